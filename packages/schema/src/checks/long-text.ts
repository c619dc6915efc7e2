import type { CheckedPlan, CheckedText } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'
import type { Finding } from './finding.ts'

/*
 * From the two real plans: of 180 measures one in a hundred has over 366 characters, and the longest, of 464, is one
 * sentence of 75 words; of 99 indicators one in a hundred has over 200; of 29 titles all but one (of 168) have under 80;
 * the longest paragraph of an introduction has 640.
 */
const longest = { title: 150, entry: 400, indicator: 200, paragraph: 900 }

/** Texts that nobody reads to their end. Of a longer text the finding marks the first paragraph that is too long. */
export function longTexts({ texts, lists }: CheckedPlan): Finding[] {
  const indicators = new Set<string>()
  for (const { rubric, entries } of lists) {
    if (rubric.entryType === 'indicator') for (const { entry } of entries) indicators.add(entry.id)
  }
  return texts.flatMap((text): Finding[] => {
    const { place, role } = text
    if (role === 'value') return []
    if (role === 'prose') return longParagraphs(text)
    const limit =
      role === 'title' ? longest.title : indicators.has(place.node) ? longest.indicator : longest.entry
    // A title and the announced one may both be long, and are two places.
    return text.plain.length > limit ? [toFinding(text, { start: 0, end: text.plain.length }, limit)] : []
  })
}

function longParagraphs(text: CheckedText): Finding[] {
  const limit = longest.paragraph
  let start = 0
  for (const paragraph of text.plain.split('\n')) {
    const end = start + paragraph.length
    if (paragraph.length > limit) return [toFinding(text, { start, end }, limit)]
    start = end + 1
  }
  return []
}

function toFinding({ place }: CheckedText, range: { start: number; end: number }, limit: number): Finding {
  return {
    check: 'long-text',
    key: keyAt('long-text', place.node, place.field),
    severity: 'likely',
    place,
    range,
    words: { length: String(range.end - range.start), limit: String(limit) },
  }
}

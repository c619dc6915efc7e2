import { align } from '../text/align.ts'
import type { TextRange } from '../text/text-range.ts'
import type { Anchor } from './anchor.ts'

/** A quote of this length is known by its words alone; a shorter one by what stands around it too. */
const tellingLength = 25
/** How many units beside a short quote have to be those of then. */
const tellingContext = 6
/** How much of a quote may be other words by now. */
export const leastKept = 0.6

/**
 * Where the words of a quote stand in a text that they came back to (by undoing, restoring, writing them again), also
 * with some words put in or left out among them. Null where it cannot be told: the same few words elsewhere are another
 * passage.
 */
export function findQuote(
  words: string,
  { quote, before, after }: Pick<Anchor, 'quote' | 'before' | 'after'>,
): TextRange | null {
  const [hay, needle] = [evenSpaces(words), evenSpaces(quote)]
  const exact = findExact(hay, { needle, before: evenSpaces(before), after: evenSpaces(after) })
  return exact ?? findAltered(words, { quote, before, after })
}

/** The occurrence with the most of what stood around it. */
function findExact(
  hay: string,
  { needle, before, after }: { needle: string; before: string; after: string },
): TextRange | null {
  const least =
    needle.length >= tellingLength ? 0 : Math.min(tellingContext, Math.max(before.length, after.length))
  let best: TextRange | null = null
  let bestContext = -1
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + 1)) {
    const end = at + needle.length
    const context = [commonEnd(hay.slice(0, at), before), commonStart(hay.slice(end), after)]
    const isTelling = Math.max(...context) >= least
    const sum = context.reduce((total, length) => total + length, 0)
    if (!isTelling || sum <= bestContext) continue
    best = { start: at, end }
    bestContext = sum
  }
  return best
}

type Word = { word: string; start: number; end: number }

/** The words of the quote in their order, where most of them still stand near each other. */
function findAltered(
  words: string,
  { quote, before, after }: Pick<Anchor, 'quote' | 'before' | 'after'>,
): TextRange | null {
  const wanted = wordsOf(before + quote + after)
  const text = wordsOf(words)
  const aligned = align(
    wanted.map(({ word }) => word),
    text.map(({ word }) => word),
  )
  const quoted = wanted.flatMap(({ word, start, end }, index) => {
    const isQuoted = start >= before.length && end <= before.length + quote.length
    return isQuoted ? [{ length: word.length, index, at: aligned[index] ?? -1 }] : []
  })
  const kept = quoted.filter(({ at }) => at !== -1)
  const [first, last] = [kept.at(0), kept.at(-1)]
  if (first === undefined || last === undefined) return null
  const range = { start: text[first.at]!.start, end: text[last.at]!.end }
  const isKept = lengthOf(kept) >= leastKept * lengthOf(quoted)
  // Where a few words alone would not tell, what goes on before or after them as it did then does.
  const beside = (step: 1 | -1, { index, at }: { index: number; at: number }): number => {
    const [word, found] = [wanted[index + step], aligned[index + step]]
    return word === undefined || found !== at + step
      ? 0
      : word.word.length + beside(step, { index: index + step, at: found })
  }
  const isTelling =
    kept.length > 2 ||
    lengthOf(kept) >= tellingLength ||
    Math.max(beside(-1, first), beside(1, last)) >= tellingContext
  return isKept && isTelling && range.end - range.start <= 2 * quote.length + tellingContext ? range : null
}

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))
}

/** The same text with plain spaces: paragraphs are broken elsewhere when entries are cut, joined and put in lists. */
function evenSpaces(text: string): string {
  return text.replaceAll(/\s/g, ' ')
}

function commonEnd(text: string, end: string): number {
  let count = 0
  while (count < end.length && text.at(-1 - count) === end.at(-1 - count)) count += 1
  return count
}

function commonStart(text: string, start: string): number {
  let count = 0
  while (count < start.length && text[count] === start[count]) count += 1
  return count
}

function lengthOf(found: readonly { length: number }[]): number {
  return found.reduce((sum, { length }) => sum + length, 0)
}

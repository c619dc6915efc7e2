import type { CheckedText } from '../checked-plan.ts'
import { folded, isLinking, wordsOf } from '../text-words.ts'

/** A word with what decides whether its first letter says anything. */
export type SpelledWord = {
  raw: string
  start: number
  end: number
  folded: string
  /** The characters between the word before and this one; at the start of a text, those before it. */
  gap: string
  /** Whether it stands where any word has a capital: at the start of a sentence, of a quotation, of a bracket. */
  isFirst: boolean
  isLinking: boolean
}

/** The words of a text; those of addresses and hashtags (`#orleans-tours`) are left out. */
export function spelledWords({ plain }: CheckedText, fold: (raw: string) => string): SpelledWord[] {
  const hidden = Array.from(
    plain.matchAll(/#[\p{L}\p{N}_-]+|(?:https?:\/\/|www\.)\S+|\S+@\S+/gu),
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
  let end = 0
  const words: SpelledWord[] = []
  for (const { raw, start, end: wordEnd } of wordsOf(plain)) {
    if (hidden.some((range) => range.start <= start && start < range.end)) continue
    const gap = plain.slice(end, start)
    const form = fold(raw)
    words.push({
      raw,
      start,
      end: wordEnd,
      folded: form,
      gap,
      isFirst: words.length === 0 || /[.!?…:;«“"([\n•–—]/.test(gap),
      isLinking: raw.length < 3 || isLinking(form),
    })
    end = wordEnd
  }
  return words
}

/** {@link folded}, each word once. */
export function createFold(): (raw: string) => string {
  const known = new Map<string, string>()
  return (raw) => {
    let form = known.get(raw)
    if (form === undefined) {
      form = folded(raw)
      known.set(raw, form)
    }
    return form
  }
}

/** Whether nothing but a space, an apostrophe or a hyphen parts a word from the one before. */
export function goesOn({ gap }: SpelledWord): boolean {
  return gap.length === 1 && /[ \u00a0\u202f’'-]/.test(gap)
}

import type { CheckedText } from '../checked-plan.ts'
import { isLinking, type Word } from '../text-words.ts'

/** A word with what decides whether its first letter says anything. */
export type SpelledWord = Word & {
  /** The characters between the word before and this one; at the start of a text, those before it. */
  gap: string
  /** Whether it stands where any word has a capital: at the start of a sentence, of a quotation, of a bracket. */
  isFirst: boolean
  isLinking: boolean
}

/** The words of a text; those of addresses and hashtags (`#orleans-tours`) are left out. */
export function spelledWords({ plain, words: all }: CheckedText): SpelledWord[] {
  const hidden = hiddenIn(plain)
  let end = 0
  const words: SpelledWord[] = []
  for (const word of all) {
    if (hidden.some((range) => range.start <= word.start && word.start < range.end)) continue
    const gap = plain.slice(end, word.start)
    words.push({
      ...word,
      gap,
      isFirst: words.length === 0 || (gap !== ' ' && /[.!?…:;«“"([\n•–—]/.test(gap)),
      isLinking: word.raw.length < 3 || isLinking(word.folded),
    })
    end = word.end
  }
  return words
}

function hiddenIn(plain: string): { start: number; end: number }[] {
  if (!/#|\/\/|www\.|@/.test(plain)) return []
  return Array.from(
    plain.matchAll(/#[\p{L}\p{N}_-]+|(?:https?:\/\/|www\.)\S+|(?<!\S)[^\s@]+@\S+/gu),
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
}

/** Whether nothing but a space, an apostrophe or a hyphen parts a word from the one before. */
export function goesOn({ gap }: SpelledWord): boolean {
  return gap === ' ' || (gap.length === 1 && /[\u00a0\u202f’'-]/.test(gap))
}

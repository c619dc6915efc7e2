import type { TextRange } from '../../text/text-range.ts'
import { folded } from '../../text/folded.ts'
import { isLinking, wordsOf, type Word } from '../text-words.ts'

type Expansion = { words: string; form: string | null }

/** The most words that an acronym is short for. */
const mostWords = 14

/** «développé (SIGLE)»: words before the bracket whose beginnings are the letters. A bracket may say more: «(OEPRE, …)». */
export function expansionBefore(
  plain: string,
  acronym: string,
  { start, end }: TextRange,
): Expansion | undefined {
  if (plain[start - 1] !== '(' || !/^(?:\)|[ \u00a0]?[,;:])/u.test(plain.slice(end))) return undefined
  const before = plain.slice(plain.lastIndexOf('\n', start) + 1, start - 1)
  const words = wordsOf(before.slice(-200)).slice(-mostWords)
  for (let first = words.length - 1; first >= 0; first -= 1) {
    const candidate = words.slice(first)
    if (spells(candidate, acronym)) {
      const offset = before.length - before.slice(-200).length
      return toExpansion(
        before.slice(offset + candidate[0]!.start, offset + candidate.at(-1)!.end),
        candidate,
      )
    }
  }
  return undefined
}

/** «SIGLE (développé)», or a bracket that says in three words or more what it is: «PIX (service permettant…)». */
export function expansionAfter(plain: string, acronym: string, end: number): Expansion | undefined {
  const bracket = /^[ \u00a0]?\+?[ \u00a0]?\(([^()\n]{4,300})\)?/u.exec(plain.slice(end))?.[1]
  if (bracket === undefined) return undefined
  const words = wordsOf(bracket)
  for (let last = Math.min(words.length, mostWords); last > 1; last -= 1) {
    const candidate = words.slice(0, last)
    if (spells(candidate, acronym)) {
      return toExpansion(bracket.slice(candidate[0]!.start, candidate.at(-1)!.end), candidate)
    }
  }
  const isDefinition =
    words.length > 2 && !/^\p{Lu}{2}|^\p{N}/u.test(words[0]!.raw) && !/^[^,]{1,20},/u.test(bracket)
  return isDefinition ? { words: bracket, form: null } : undefined
}

/** Whether the words begin with the letters of an acronym, in order; those that only join others may be passed over. */
function spells(words: readonly Word[], acronym: string): boolean {
  const letters = folded(acronym.replaceAll('-', ''))
  const beginnings = words.map((word) => word.folded)
  const failed = new Set<number>()
  const from = (word: number, letter: number): boolean => {
    if (word === beginnings.length) return letter === letters.length
    const state = word * 32 + letter
    if (failed.has(state)) return false
    const beginning = beginnings[word]!
    for (let taken = Math.min(beginning.length, 4, letters.length - letter); taken > 0; taken -= 1) {
      if (letters.startsWith(beginning.slice(0, taken), letter) && from(word + 1, letter + taken)) return true
    }
    // «STI2D»: the figure says that two words begin so, «CMC3» is about «cycle 3».
    if (/\d/.test(letters[letter] ?? '') && repeats(word, letter)) return true
    if (word > 0 && isLinking(beginning) && from(word + 1, letter)) return true
    failed.add(state)
    return false
  }
  const repeats = (word: number, letter: number): boolean => {
    const [count, repeated] = [Number(letters[letter]), letters[letter + 1]]
    let at = word
    for (let times = 0; times < count; at += 1) {
      const beginning = beginnings[at]
      if (beginning === undefined || repeated === undefined) return false
      if (beginning.startsWith(repeated)) times += 1
      else if (!isLinking(beginning)) return false
    }
    return from(at, letter + 2)
  }
  return from(0, 0)
}

function toExpansion(words: string, candidate: readonly Word[]): Expansion {
  const form = candidate
    .map((word) => word.folded)
    .filter((word) => !isLinking(word))
    // Of one and of many.
    .map((word) => word.replace(/(?<!e)aux$/u, 'al').replace(/[sx]$/u, ''))
    .join(' ')
  return { words, form }
}

import { fold } from './fold.ts'

/** Words as one may happen to type them: without capitals and accents, with plain signs. What is searched is met in this form. */
export function plainWords(text: string): string {
  return fold(text, { isCaseExact: false, isSignExact: false }).text
}

/** What a person typed to find something, met by the words of an item in any order. */
export function matches(typed: string, ...words: readonly string[]): boolean {
  const all = plainWords(words.join(' '))
  return plainWords(typed.trim())
    .split(/\s+/)
    .every((word) => all.includes(word))
}

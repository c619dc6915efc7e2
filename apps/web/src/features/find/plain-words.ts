import { fold } from './fold.ts'

/** Words as one may happen to type them: without capitals and accents, with plain signs. What is searched is met in this form. */
export function plainWords(text: string): string {
  return fold(text, { isCaseExact: false, isSignExact: false }).text
}

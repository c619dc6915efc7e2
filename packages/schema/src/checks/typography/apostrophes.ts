import { replacements, type Replacement } from './replacement.ts'

/** The straight sign of a keyboard, and accents in its place, where a letter is left out: l'école. */
const pattern = /(?<=\p{L})['´`‘](?=\p{L}|« ?)/gu

export function apostrophes(plain: string): Replacement[] {
  return replacements(plain, pattern, () => '’')
}

import { replacements, type Replacement } from './replacement.ts'

/** Full stops in the place of one sign; and after «etc.», which says it already. */
const pattern = /(?<![\p{L}])(etc) ?(?:\.{2,}|\.?…)|\.{3,}/giu

export function ellipsis(plain: string): Replacement[] {
  return replacements(plain, pattern, ({ 1: word }) => (word === undefined ? '…' : `${word}.`))
}

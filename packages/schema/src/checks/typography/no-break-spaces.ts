import { replacements, type Replacement } from './replacement.ts'

const narrow = '\u202f'
const wide = '\u00a0'

/**
 * Before `; : ! ?` and `%`, and within « », a space that no line can break at. Both kinds of it are right; the mend
 * puts the narrow one before `; ! ?`. What has none at all is a finding only where a word ends there: not in
 * addresses (`https:`), hours (`8:30`) and figures. Signs in brackets and smileys are left alone.
 */
const mark = /(?<=[^\s;:!?([«“"/])([ \u00a0\u202f]?)([;:!?])(?=[\s;:!?»”")\]]|$)(?! ?[-)(DP](?:\s|$))/gu
const opening = /«([ ]?)(?=[^\s»])/gu
const closing = /(?<=[^\s«])([ ]?)»/gu
const unit = /(?<=\d) ?([%€])/gu

export function noBreakSpaces(plain: string): Replacement[] {
  return [
    ...replacements(plain, mark, ({ 1: space = '', 2: sign = '', index }) => {
      if (space === narrow || space === wide || (space === '' && isInAddress(plain, index))) return null
      return (sign === ':' ? wide : narrow) + sign
    }),
    ...replacements(plain, opening, () => `«${wide}`),
    ...replacements(plain, closing, () => `${wide}»`),
    ...replacements(plain, unit, ({ 1: sign = '' }) => wide + sign),
  ].toSorted((a, b) => a.at - b.at)
}

function isInAddress(plain: string, at: number): boolean {
  const word = /\S*$/.exec(plain.slice(Math.max(0, at - 100), at))?.[0] ?? ''
  return /:\/\/|^www\./.test(word)
}

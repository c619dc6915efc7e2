import { replacements, type Replacement } from './replacement.ts'

const blank = '[ \\t\\u00a0\\u202f]'
/** Several spaces where one belongs; a space before a comma or a full stop, or within brackets. */
const pattern = new RegExp(
  `(?<=[^\\s])${blank}{2,}(?=[^\\s])|(?<=\\S)${blank}+(?=,|\\.(?!\\.)(?:\\s|$))|(?<=\\()${blank}+|(?<=\\S)${blank}+(?=\\))`,
  'gu',
)

/** At the start and at the end of a paragraph spaces come and go while people write, and nobody sees them. */
export function spaces(plain: string): Replacement[] {
  return replacements(plain, pattern, ({ 0: was, index }) => {
    const after = plain.slice(index + was.length)
    if (/^(?:,|\.|\))/.test(after) || plain[index - 1] === '(') return ''
    return /[\u00a0\u202f]/.exec(was)?.[0] ?? ' '
  })
}

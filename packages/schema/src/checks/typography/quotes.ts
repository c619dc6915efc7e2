import { replacements, type Replacement } from './replacement.ts'

/** "…" and “…” that are not within « » (there they are the inner ones), on one line; << and >>. */
const pattern =
  /«[^«»\n]*»|"[ \u00a0\u202f]?([^"\n«»]*?)[ \u00a0\u202f]?"|“[ \u00a0\u202f]?([^“”\n«»]*?)[ \u00a0\u202f]?”|<<[ \u00a0]?|[ \u00a0]?>>/gu

export function quotes(plain: string): Replacement[] {
  return replacements(plain, pattern, ({ 0: was, 1: straight, 2: curly }) => {
    if (was.startsWith('«')) return null
    if (was.startsWith('<')) return '«\u00a0'
    if (was.endsWith('>')) return '\u00a0»'
    const words = straight ?? curly ?? ''
    return words === '' ? null : `«\u00a0${words}\u00a0»`
  })
}

import { noBreak, thinNoBreak, type TypographyEdit } from './typography-edit.ts'

/** The apostrophe, and quotation marks with their no-break spaces. */
export function quoteEdits(before: string, typed: string): TypographyEdit[] {
  const at = before.length
  const edit = (from: number, text: string): TypographyEdit[] => [{ from, to: at + 1, text }]
  const last = before.at(-1) ?? ''
  switch (typed) {
    case "'":
      // Minutes and feet keep theirs.
      return /\d/.test(last) ? [] : edit(at, '’')
    case '«':
      return edit(at, `«${noBreak}`)
    case ' ':
    case noBreak:
    case thinNoBreak:
      // A space typed by habit after an opening mark that has one.
      return before.endsWith(`«${noBreak}`) ? edit(at, '') : []
    case '»':
      return closing(before)
    case '"':
      if (hasPlainOpening(before)) return []
      if (hasOpening(before)) return closing(before)
      if (last === '' || /[\s([{’'\-–—/«“\u00A0\u202F]/.test(last)) return edit(at, `«${noBreak}`)
      // What nothing opened here was opened elsewhere, or will be; after figures they are inches, seconds.
      return /[\p{L}.,;:!?…)\]]/u.test(last) ? closing(before) : []
    default:
      return []
  }
}

function closing(before: string): TypographyEdit[] {
  const to = before.length + 1
  const last = before.at(-1) ?? ''
  if (last === '') return []
  if (last === noBreak || last === thinNoBreak) return [{ from: to - 1, to, text: '»' }]
  return [{ from: last === ' ' ? to - 2 : to - 1, to, text: `${noBreak}»` }]
}

function hasOpening(before: string): boolean {
  return before.lastIndexOf('«') > before.lastIndexOf('»')
}

/** Someone wanted plain marks here, and opened one. */
function hasPlainOpening(before: string): boolean {
  return (before.match(/(?<!\d)"/g)?.length ?? 0) % 2 === 1
}

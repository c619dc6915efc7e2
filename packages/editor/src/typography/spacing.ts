import { noBreak, thinNoBreak, type TypographyEdit } from './typography-edit.ts'

/** The no-break space before signs of two parts. */
export function spacingEdits(before: string, typed: string): TypographyEdit[] {
  const at = before.length
  if (typed === ' ') return afterColon(before)
  if (!/^[;:!?]$/.test(typed)) return []
  const space = typed === ':' ? noBreak : thinNoBreak
  const last = before.at(-1) ?? ''
  if (last === ' ') return /[^\s\u00A0\u202F] $/.test(before) ? [{ from: at - 1, to: at, text: space }] : []
  // Signs that follow each other, that stand in brackets or at the start; a space that is there already.
  if (last === '' || /[\s\u00A0\u202F!?:;([{«“/\\<>=|@#&]/.test(last)) return []
  // Whether `8:` begins a time only what follows can say.
  if (typed === ':' && (/\d/.test(last) || isScheme(before))) return []
  if (typed === ';' && /&#?\w+$/.test(before)) return []
  return [{ from: at, to: at, text: space }]
}

/** `2028:` followed by a space was no time. */
function afterColon(before: string): TypographyEdit[] {
  const at = before.length - 1
  return /\d:$/.test(before) ? [{ from: at, to: at, text: noBreak }] : []
}

function isScheme(before: string): boolean {
  return /(^|[^\p{L}\d])(https?|ftp|file|mailto|tel|urn|doi)$/iu.test(before)
}

/** How a line of a list begins. `dash` marks may also stand in prose; the others may not. */
export type Mark = { mark: string; rest: string; dash: boolean }

/**
 * How a numbered line begins. `doubled`: «1 1 Titre», `bare`: «1 Titre», neither: «1. Titre». `axis`: that of the axis,
 * where it stands before the number, «2.1 Titre».
 */
export type NumberMark = { axis?: number; number: number; rest: string; form: 'doubled' | 'dotted' | 'bare' }

// U+FFFD and the private area: what a symbol font's bullet becomes when a PDF's text is extracted.
const glyph = /^([•●○◦▪■□◆◇❖‣⁃∙·►▶▸➢➤➔→✓✔\uE000-\uF8FF\uFFFD])\s*(.*)$/u
const spacedGlyph = /^([>*])\s+(.*)$/u
const dash = /^(-{1,3}|[–—])\s+(.*)$/u

const doubledNumber = /^(?<number>\d{1,3})[.)]?\s+\1[.)]?\s+(?<rest>\S.*)$/u
const namedNumber =
  /^(?:fiche[ -])?action\s+(?:n\s?[°ºo]\s?)?(?:(?<axis>\d{1,2})\.)?(?<number>\d{1,3})\s?[-–—:.)]\s*(?<rest>\S.*)$/iu
const axisNumber = /^(?<axis>\d{1,2})\.(?<number>\d{1,3})[.)]?\s(?:[-–—:]\s)?(?<rest>\p{Lu}.*)$/u
const dottedNumber = /^(?<number>\d{1,3})\s?[.)]\s*(?<rest>\D.*)$/u
const bareNumber = /^(?<number>\d{1,3})\s+(?<rest>\p{Lu}.*)$/u

/** The bullet or dash that begins a line, if one does. */
export function readMark(text: string): Mark | undefined {
  const bullet = glyph.exec(text) ?? spacedGlyph.exec(text)
  const found = bullet ?? dash.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) return undefined
  return { mark: found[1], rest: found[2], dash: bullet === null }
}

/** The number that begins a line, if one does. */
export function readNumber(text: string): NumberMark | undefined {
  return (
    matchNumber(doubledNumber, text, 'doubled') ??
    matchNumber(namedNumber, text, 'dotted') ??
    matchNumber(axisNumber, text, 'dotted') ??
    matchNumber(dottedNumber, text, 'dotted') ??
    matchNumber(bareNumber, text, 'bare')
  )
}

function matchNumber(pattern: RegExp, text: string, form: NumberMark['form']): NumberMark | undefined {
  const { axis, number, rest } = pattern.exec(text)?.groups ?? {}
  if (number === undefined || rest === undefined) return undefined
  const mark = { number: Number(number), rest, form }
  return axis === undefined ? mark : { ...mark, axis: Number(axis) }
}

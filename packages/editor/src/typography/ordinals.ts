import type { TypographyEdit } from './typography-edit.ts'

/**
 * `1er`, `2e`, `XXIe`… once their word has ended. Roman numbers of I, V and X alone: `Ce`, `De`, `Le` and `Me` are words. `3es` is
 * the plural of `3e`; `2d` could be a drawing.
 */
const ordinal =
  /(?<=^|[\s\u00A0\u202F(["«“‘’'/–—-])(1(?=ers?$|res?$|ères?$)|(?!1e)\d{1,4}(?=es?$|èmes?$)|2(?=nde?s?$|des?$)|I(?=ers?$)|(?=[IVX])(?!I(?:e|è))X{0,3}(?:IX|IV|V?I{0,3})(?=es?$|èmes?$))(\p{Ll}+)$/u

/** The end of an ordinal is raised when the word is over. */
export function ordinalEdits(before: string, typed: string): TypographyEdit[] {
  if (!/^[\s.,;:!?)\]»"'’/–—-]$/u.test(typed)) return []
  const found = ordinal.exec(before)
  const ending = found?.[2]
  if (ending === undefined) return []
  return [{ from: before.length - ending.length, to: before.length, isRaised: true }]
}

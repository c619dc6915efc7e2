/** A stretch of the words before and with the typed character, and what it becomes: other words, or raised ones. */
export type TypographyEdit =
  | { from: number; to: number; text: string }
  | { from: number; to: number; isRaised: true }

export const noBreak = '\u00A0'
/** «espace fine insécable» */
export const thinNoBreak = '\u202F'

/** Whether what is being typed is a web or mail address, or a path: its signs are its own. */
export function isInAddress(before: string): boolean {
  const word = /[^\s\u00A0\u202F«»"“”(<]*$/.exec(before)?.[0] ?? ''
  return /:\/\/|^www\.|^(mailto|tel):|^[\w.+-]+@|^[A-Za-z]:\\/i.test(word)
}

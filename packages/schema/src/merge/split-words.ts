/** A word with the white space before it. */
export type SpacedWord = { space: string; word: string }

/**
 * Cuts a text into words, each with the white space before it, and the white space at its end. A word is what people change
 * as one: letters with the hyphens and middle dots inside («peut-être», «formé·e·s»), an elided word with its apostrophe
 * («l’»), a number with its separators («12,5», «1 200»), an address, or one sign.
 */
export function splitWords(text: string): { words: SpacedWord[]; end: string } {
  const words: SpacedWord[] = []
  let at = 0
  for (const match of text.matchAll(wordForm)) {
    words.push({ space: text.slice(at, match.index), word: match[0] })
    at = match.index + match[0].length
  }
  return { words, end: text.slice(at) }
}

const address = String.raw`https?:\/\/[^\s<>«»]*[^\s<>«».,;:!?)]`
const number = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)(?:,\d+)?|\d+[.,]\d+(?![\d.,]*\p{L})`
const letters = String.raw`[\p{L}\p{M}\p{N}]`
const compound = String.raw`${letters}+(?:[-\u2010\u2011·.]${letters}+)*['’]?`
// A sign with what is drawn as one with it.
const sign = String.raw`[^\s](?:[\p{M}\uFE0F]|\u200D[^\s])*`
const wordForm = new RegExp(`${address}|(?<![\\d])(?:${number})|${compound}|${sign}`, 'gu')

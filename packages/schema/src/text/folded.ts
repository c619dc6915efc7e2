/** Small letters without accents and ligatures: two spellings of one word are the same so. */
export function folded(words: string): string {
  const lower = words.toLowerCase()
  // Most words are plain, and taking accents apart costs fifty times as much.
  if (/^[a-z0-9]*$/.test(lower)) return lower
  return lower.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

/** {@link folded} letters, whatever stands between the words: how headings and names of fields are compared. */
export function foldedLetters(words: string): string {
  return folded(words)
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
}

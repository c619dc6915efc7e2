const sentenceEnd = /[.!?…]["”’»)\]\s]*$/u
// A line that ends with one of these stops inside a phrase.
const openWord =
  /(?:[’'«([]\s?|(?:^|[\s’'])(?:à|au|aux|avec|ce|ces|cet|cette|chez|dans|de|des|dont|du|en|entre|et|la|le|les|leur|leurs|nos|notre|ou|par|pour|que|qui|sa|sans|se|ses|son|sous|sur|un|une|vers))$/iu

/** Whether a line ends a sentence. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text)
}

/** Whether a text begins as a sentence or a title does: by a capital, a digit or an opening quote. */
export function beginsSentence(text: string): boolean {
  return /^[«“"(]?\s*[\p{Lu}\p{N}]/u.test(text)
}

/** Whether `after` goes on with the sentence of `before`, though a blank line or a page's edge stands between them. */
export function continuesSentence(before: string, after: string): boolean {
  if (endsSentence(before)) return false
  return /^[«“"(]?\s*\p{Ll}/u.test(after) || /[\p{L}\p{N}]-$/u.test(before) || openWord.test(before)
}

/** What two texts have in common when they differ by case, punctuation, spaces or a final plural only. */
export function textKey(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}#]+/gu) ?? []
  )
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/u, '') : word))
    .join(' ')
}

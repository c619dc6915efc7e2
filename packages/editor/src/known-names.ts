/** What the schemas of the live editors know; a test holds the two together. */
export const knownElements = {
  line: new Set(['paragraph']),
  block: new Set(['paragraph', 'bulletList', 'orderedList']),
}
export const knownMarks = new Set(['link', 'bold', 'italic', 'superscript'])

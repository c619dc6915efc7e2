/** The stretch of whole words in which two texts differ; both empty when their words are the same. */
export function changedWords(before: string, after: string): { before: string; after: string } {
  const [from, to] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let end = 0
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end += 1
  const between = (words: string[]) => words.slice(start, words.length - end).join(' ')
  return { before: between(from), after: between(to) }
}

/** Ordinary spaces part words: a no-break one belongs to them. */
function wordsOf(text: string): string[] {
  return text.split(/[ \t\n]+/).filter((word) => word !== '')
}

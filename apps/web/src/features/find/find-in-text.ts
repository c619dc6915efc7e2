import type { TextRange } from '@concerte/schema'

import { fold, type Folding } from './fold.ts'

export type FindOptions = Folding & { isWholeWord: boolean }

/** Finds something in one text after another. Null for nothing to look for. */
export type Finder = (text: string) => TextRange[]

/** What finds `query`: every occurrence, from the left, none within another. */
export function createFinder(query: string, options: FindOptions): Finder | null {
  const needle = fold(query, options).text
  if (needle.trim() === '') return null
  return (text) => {
    const { text: hay, starts } = fold(text, options)
    const ranges: TextRange[] = []
    for (let at = hay.indexOf(needle); at !== -1;) {
      const range = rangeOf(starts, at, at + needle.length)
      const isFound = range !== null && (!options.isWholeWord || isWord(text, range))
      if (isFound) ranges.push(range)
      at = hay.indexOf(needle, at + (isFound ? needle.length : 1))
    }
    return ranges
  }
}

/** Where a match is in the text; null from or to the middle of one character that is compared as two, as `œ` is. */
function rangeOf(starts: readonly number[] | null, from: number, to: number): TextRange | null {
  if (starts === null) return { start: from, end: to }
  const [start, end] = [starts[from], starts[to]]
  if (start === undefined || end === undefined) return null
  return start === starts[from - 1] || end === starts[to - 1] ? null : { start, end }
}

function isWord(text: string, { start, end }: TextRange): boolean {
  return !isLetter(lastOf(text.slice(0, start))) && !isLetter(text.slice(end))
}

function lastOf(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? ''
}

/** Whether a text begins with a letter or a digit. */
function isLetter(text: string): boolean {
  return /^[\p{L}\p{N}\p{M}_]/u.test(text)
}

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
      const start = starts[at] ?? 0
      const end = endOf(starts, at + needle.length, text)
      const isFound =
        isWhole(starts, at, needle.length) && (!options.isWholeWord || isWord(text, { start, end }))
      if (isFound) ranges.push({ start, end })
      at = hay.indexOf(needle, at + (isFound ? needle.length : 1))
    }
    return ranges
  }
}

/** Where a match ends in the text: with the accents that follow by themselves. */
function endOf(starts: readonly number[], at: number, text: string): number {
  return starts[at] ?? text.length
}

/** Not from or to the middle of one character that is compared as two, as `œ` is. */
function isWhole(starts: readonly number[], at: number, length: number): boolean {
  return starts[at] !== starts[at - 1] && starts[at + length] !== starts[at + length - 1]
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

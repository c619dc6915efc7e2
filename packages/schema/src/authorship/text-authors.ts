import type * as Y from 'yjs'

import { readCharacters } from '../text/paragraphs.ts'
import type { TextProfile } from '../text/rich-text.ts'

/** A stretch of a text's characters by one author; `length` in UTF-16 units. */
export type AuthorRun<Author> = { author: Author; length: number }

/**
 * Who made each character of a text, in the order of its plain words (`lineToPlain`, `blocksToPlain`): the break before
 * a paragraph is by who made the paragraph. Neighbours by one author are one run; the lengths add up to the words.
 * `authorOf` says whose a Yjs client id is; it is asked once a stretch.
 *
 * What it cannot know: words that were written anew elsewhere count as theirs who moved them. That is what cutting an
 * entry in two does to what follows the cut, joining two entries to the second one's words, cutting a paragraph to
 * its second half, pasting, and undoing a removal to the words that it brings back.
 */
export function textAuthors<Author>(
  fragment: Y.XmlFragment,
  profile: TextProfile,
  authorOf: (client: number) => Author,
): AuthorRun<Author>[] {
  const runs: AuthorRun<Author>[] = []
  const add = (author: Author, length: number): void => {
    const last = runs.at(-1)
    if (last?.author === author) last.length += length
    else runs.push({ author, length })
  }
  readCharacters(fragment, profile).forEach(({ maker, stretches }, index) => {
    if (index > 0) add(authorOf(maker), 1)
    for (const { client, words } of stretches) add(authorOf(client), words.length)
  })
  return runs
}

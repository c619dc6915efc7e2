import * as Y from 'yjs'

import { childrenOf, holdsBlocks, textsWithin, type XmlChild } from '../text/read-fragment.ts'
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
  const all = childrenOf(fragment).flatMap(paragraphsIn)
  // As `readLine` has it: a line has no empty paragraphs.
  const shown = profile === 'line' ? all.filter(({ texts }) => stretchesIn(texts).length > 0) : all
  shown.forEach(({ maker, texts }, index) => {
    if (index > 0) add(authorOf(maker), 1)
    for (const { client, length } of stretchesIn(texts)) add(authorOf(client), length)
  })
  return runs
}

/** One line of the plain words: where they are, and the Yjs client id that made the paragraph. */
type ParagraphSource = { maker: number; texts: Y.XmlText[] }

/** The paragraphs that a child of a text is read as, empty ones too: `readBlock` in normal form. */
function paragraphsIn(child: XmlChild): ParagraphSource[] {
  if (child instanceof Y.XmlText) return [{ maker: makerOf(child), texts: [child] }]
  if (!(child instanceof Y.XmlElement)) return []
  const { nodeName } = child
  if (nodeName === 'bulletList' || nodeName === 'orderedList')
    return childrenOf(child).flatMap(paragraphsOfItem)
  return nodeName !== 'paragraph' && holdsBlocks(child)
    ? childrenOf(child).flatMap(paragraphsIn)
    : [{ maker: makerOf(child), texts: textsWithin(child) }]
}

function paragraphsOfItem(item: XmlChild): ParagraphSource[] {
  const isItem = item instanceof Y.XmlElement && item.nodeName === 'listItem'
  const inside = isItem ? childrenOf(item).flatMap(paragraphsIn) : paragraphsIn(item)
  return inside.length === 0 ? [{ maker: makerOf(item), texts: [] }] : inside
}

/** The characters of a paragraph, as Yjs keeps them: formats and embeds are no characters. */
function stretchesIn(texts: readonly Y.XmlText[]): { client: number; length: number }[] {
  const stretches: { client: number; length: number }[] = []
  for (const text of texts) {
    // Yjs tells the maker of a character nowhere else.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      stretches.push({ client: item.id.client, length: item.content.str.length })
    }
  }
  return stretches
}

/** What stands in a text was put there by someone: only roots have no item. */
function makerOf(child: XmlChild): number {
  // oxlint-disable-next-line eslint/no-underscore-dangle
  return child._item?.id.client ?? 0
}

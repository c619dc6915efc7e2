import * as Y from 'yjs'

import { childrenOf, holdsBlocks, textsWithin, type XmlChild } from './read-fragment.ts'
import type { TextProfile } from './rich-text.ts'

/** Characters that Yjs made together: named by client id and the clocks from `clock` on. `words` are they. */
export type CharacterStretch = { client: number; clock: number; words: string }

/** One line of the plain words: the Yjs client id that made the paragraph, and its characters. */
export type ParagraphCharacters = { maker: number; stretches: CharacterStretch[] }

/**
 * The characters of a text as Yjs keeps them, paragraph by paragraph, in the order of the plain words (`lineToPlain`,
 * `blocksToPlain`), which have one break more between each two paragraphs.
 */
export function readCharacters(fragment: Y.XmlFragment, profile: TextProfile): ParagraphCharacters[] {
  const all = childrenOf(fragment).flatMap(paragraphsIn)
  // As `readLine` has it: a line has no empty paragraphs.
  return profile === 'line' ? all.filter(({ stretches }) => stretches.length > 0) : all
}

/** The paragraphs that a child of a text is read as, empty ones too: `readBlock` in normal form. */
function paragraphsIn(child: XmlChild): ParagraphCharacters[] {
  if (child instanceof Y.XmlText) return [{ maker: makerOf(child), stretches: stretchesIn([child]) }]
  if (!(child instanceof Y.XmlElement)) return []
  const { nodeName } = child
  if (nodeName === 'bulletList' || nodeName === 'orderedList')
    return childrenOf(child).flatMap(paragraphsOfItem)
  return nodeName !== 'paragraph' && holdsBlocks(child)
    ? childrenOf(child).flatMap(paragraphsIn)
    : [{ maker: makerOf(child), stretches: stretchesIn(textsWithin(child)) }]
}

function paragraphsOfItem(item: XmlChild): ParagraphCharacters[] {
  const isItem = item instanceof Y.XmlElement && item.nodeName === 'listItem'
  const inside = isItem ? childrenOf(item).flatMap(paragraphsIn) : paragraphsIn(item)
  return inside.length === 0 ? [{ maker: makerOf(item), stretches: [] }] : inside
}

/** The characters of a paragraph: formats and embeds are no characters. */
function stretchesIn(texts: readonly Y.XmlText[]): CharacterStretch[] {
  const stretches: CharacterStretch[] = []
  for (const text of texts) {
    // Yjs names the characters nowhere else.
    // oxlint-disable-next-line eslint/no-underscore-dangle
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      stretches.push({ client: item.id.client, clock: item.id.clock, words: item.content.str })
    }
  }
  return stretches
}

/** What stands in a text was put there by someone: only roots have no item. */
function makerOf(child: XmlChild): number {
  // oxlint-disable-next-line eslint/no-underscore-dangle
  return child._item?.id.client ?? 0
}

import * as Y from 'yjs'

import { pickOne, type Pick } from './random.ts'

/*
 * What an editor does to a text: words of the form `w12z` are typed, and never cut, so that each can be looked for.
 */

/** Types a word, or a word in a new paragraph or list item, between two words of the text. */
export function typeWord(fragment: Y.XmlFragment, word: string, pick: Pick): void {
  const paragraph = pickOne(pick, paragraphsOf(fragment)) ?? insertParagraph(fragment)
  const text = textOf(paragraph)
  const plain = plainOf(text)
  const borders = [0, plain.length, ...Array.from(plain.matchAll(/ /g), ({ index }) => index)]
  const marks = [{}, {}, {}, { bold: {} }, { italic: {} }]
  text.insert(pickOne(pick, borders)!, ` ${word} `, pickOne(pick, marks))
}

/** Adds a paragraph, a list, or an item to a list. */
export function addBlock(fragment: Y.XmlFragment, pick: Pick): void {
  const lists = elementsOf(fragment).filter(({ nodeName }) => nodeName.endsWith('List'))
  const list = pickOne(pick, lists)
  if (list !== undefined && pick(2) === 0) list.insert(pick(list.length + 1), [createItem()])
  else if (pick(2) === 0) fragment.insert(pick(fragment.length + 1), [new Y.XmlElement('paragraph')])
  else {
    const added = new Y.XmlElement(pick(2) === 0 ? 'bulletList' : 'orderedList')
    added.insert(0, [createItem()])
    fragment.insert(pick(fragment.length + 1), [added])
  }
}

/** Takes away a block with all that is in it. */
export function deleteBlock(fragment: Y.XmlFragment, pick: Pick): void {
  if (fragment.length > 0) fragment.delete(pick(fragment.length), 1)
}

/** Deletes one typed word; returns it, undefined when there is none. */
export function deleteWord(fragment: Y.XmlFragment, pick: Pick): string | undefined {
  const paragraph = pickOne(pick, paragraphsOf(fragment))
  if (paragraph === undefined) return undefined
  const text = textOf(paragraph)
  const found = pickOne(pick, [...plainOf(text).matchAll(/w\d+z/g)])
  if (found === undefined) return undefined
  text.delete(found.index, found[0].length)
  return found[0]
}

/** Puts a mark on a stretch of text, or takes it away. */
export function formatStretch(fragment: Y.XmlFragment, pick: Pick): void {
  const paragraph = pickOne(pick, paragraphsOf(fragment))
  if (paragraph === undefined) return
  const text = textOf(paragraph)
  // Whole characters, as a selection: Yjs itself parts replicas over a mark that begins within a surrogate pair.
  const characters = Array.from(plainOf(text))
  const start = pick(characters.length + 1)
  const end = start + pick(characters.length - start + 1)
  const index = characters.slice(0, start).join('').length
  const { length } = characters.slice(start, end).join('')
  const mark = pickOne(pick, ['bold', 'italic', 'superscript'])!
  text.format(index, length, { [mark]: pick(2) === 0 ? {} : null })
}

function paragraphsOf(fragment: Y.XmlFragment): Y.XmlElement[] {
  return elementsOf(fragment).filter(({ nodeName }) => nodeName === 'paragraph')
}

function elementsOf(parent: Y.XmlFragment): Y.XmlElement[] {
  const elements = parent.toArray().filter((child) => child instanceof Y.XmlElement)
  return elements.concat(elements.flatMap(elementsOf))
}

function insertParagraph(fragment: Y.XmlFragment): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  fragment.insert(0, [paragraph])
  return paragraph
}

/** The text that typing goes on in; as ProseMirror's binding, an empty paragraph gets its text with its first letter. */
function textOf(paragraph: Y.XmlElement): Y.XmlText {
  const existing = paragraph.toArray().find((child) => child instanceof Y.XmlText)
  if (existing !== undefined) return existing
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  return text
}

function plainOf(text: Y.XmlText): string {
  const runs: { insert: unknown }[] = text.toDelta()
  return runs.map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')
}

function createItem(): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(0, [new Y.XmlElement('paragraph')])
  return item
}

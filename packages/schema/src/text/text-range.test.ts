import { arbitraryBlocks, arbitraryWords } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { normalizeBlocks } from './normalize-text.ts'
import { blocksToPlain, lineToPlain } from './plain-text.ts'
import { readBlocks, readLine } from './read-fragment.ts'
import type { BlockText, Inline } from './rich-text.ts'
import { replaceInText } from './text-range.ts'
import { writeBlocks, writeLine } from './write-fragment.ts'

test('a stretch of any text is replaced by other words, and every other character and mark stays', () => {
  fc.assert(
    fc.property(arbitraryBlocks, arbitraryWords, fc.nat(), fc.nat(), (blocks, words, a, b) => {
      const { fragment } = setupText(blocks)
      const before = blocksToPlain(readBlocks(fragment))
      const { start, end } = rangeWithin(before, a, b)
      const marks = marksOf(readBlocks(fragment))
      expect(replaceInText(fragment, { start, end }, words)).toBe(true)
      expect(blocksToPlain(readBlocks(fragment))).toBe(before.slice(0, start) + words + before.slice(end))
      const after = marksOf(readBlocks(fragment))
      expect(after.slice(0, start)).toEqual(marks.slice(0, start))
      expect(after.slice(start + words.length)).toEqual(marks.slice(end))
      // New characters carry the marks of one that they replace.
      const allowed = new Set(marks.slice(start, end))
      if (end > start)
        for (const mark of after.slice(start, start + words.length)) expect(allowed).toContain(mark)
    }),
    { seed: 401, numRuns: 500 },
  )
})

test('a range that crosses a paragraph, or goes beyond the text, writes nothing', () => {
  fc.assert(
    fc.property(arbitraryBlocks, fc.nat(), fc.nat(), (blocks, a, b) => {
      const { doc, fragment } = setupText([...blocks, ...blocks])
      const before = blocksToPlain(readBlocks(fragment))
      const start = a % (before.length + 1)
      const crossed = before.indexOf('\n', start)
      const length = crossed === -1 ? before.length + 1 : crossed + 1 + (b % 5)
      let updates = 0
      doc.on('update', () => (updates += 1))
      expect(replaceInText(fragment, { start, end: length }, 'mot')).toBe(false)
      expect(replaceInText(fragment, { start: -1, end: 0 }, 'mot')).toBe(false)
      expect(replaceInText(fragment, { start: start + 1, end: start }, 'mot')).toBe(false)
      expect(updates).toBe(0)
    }),
    { seed: 402, numRuns: 200 },
  )
})

test('[D4] unknown marks, embeds and paragraphs of a newer version stay when words beside them are replaced', () => {
  const { fragment } = setupText([])
  const heading = new Y.XmlElement('heading')
  const text = new Y.XmlText('avant  le mot')
  heading.insert(0, [text])
  fragment.insert(0, [heading])
  text.format(10, 3, { comment: { id: 7 } })
  text.insertEmbed(2, { image: 'x.png' })
  expect(replaceInText(fragment, { start: 5, end: 7 }, ' ')).toBe(true)
  expect(replaceInText(fragment, { start: 9, end: 12 }, 'nom')).toBe(true)
  expect(blocksToPlain(readBlocks(fragment))).toBe('avant le nom\n')
  expect(text.toDelta()).toEqual([
    { insert: 'av' },
    { insert: { image: 'x.png' } },
    { insert: 'ant le ' },
    { insert: 'nom', attributes: { comment: { id: 7 } } },
  ])
  expect(heading.nodeName).toBe('heading')
})

test('[D2] what others type beside the replaced words at the same time stays', () => {
  const { doc, fragment } = setupText([
    { type: 'paragraph', content: [{ text: 'le Parcours Avenir de tous' }] },
  ])
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  replaceInText(fragment, { start: 3, end: 18 }, 'Parcours avenir')
  const theirs = other.getXmlFragment('text')
  replaceInText(theirs, { start: 3, end: 3 }, 'grand ')
  replaceInText(theirs, { start: 24, end: 24 }, ' (PA)')
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(blocksToPlain(readBlocks(fragment))).toBe('le grand Parcours avenir (PA) de tous')
})

test('words put at a bare point take the marks that both neighbours share, and a link only within it', () => {
  const superscript: Inline[] = [
    { text: '1' },
    { text: 'er', superscript: true },
    { text: '; le', bold: true },
  ]
  const { fragment } = setupText([{ type: 'paragraph', content: superscript }])
  replaceInText(fragment, { start: 3, end: 3 }, '\u202f')
  replaceInText(fragment, { start: 8, end: 8 }, ' site')
  expect(readBlocks(fragment)).toEqual([
    {
      type: 'paragraph',
      content: [
        { text: '1' },
        { text: 'er', superscript: true },
        { text: '\u202f' },
        { text: '; le site', bold: true },
      ],
    },
  ])
  const link = 'https://exemple.fr'
  const { fragment: linked } = setupText([{ type: 'paragraph', content: [{ text: 'ici', link }] }])
  replaceInText(linked, { start: 3, end: 3 }, '.')
  replaceInText(linked, { start: 1, end: 1 }, 'c')
  expect(readBlocks(linked)).toEqual([
    { type: 'paragraph', content: [{ text: 'icci', link }, { text: '.' }] },
  ])
})

test('a line is counted as it is read, where a merge left it several paragraphs, and an empty one takes words', () => {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('line')
  const paragraphs = ['', 'Un  titre', '', 'et un autre'].map((words) => {
    const element = new Y.XmlElement('paragraph')
    if (words !== '') element.insert(0, [new Y.XmlText(words)])
    return element
  })
  fragment.insert(0, paragraphs)
  const plain = (): string => lineToPlain(readLine(fragment))
  expect(plain()).toBe('Un  titre et un autre')
  expect(replaceInText(fragment, { start: 2, end: 4 }, ' ', 'line')).toBe(true)
  expect(replaceInText(fragment, { start: 12, end: 14 }, 'deux', 'line')).toBe(true)
  expect(replaceInText(fragment, { start: 6, end: 12 }, 'x', 'line')).toBe(false)
  expect(plain()).toBe('Un titre et deux autre')

  const empty = doc.getXmlFragment('empty')
  writeLine(empty, [])
  expect(replaceInText(empty, { start: 0, end: 0 }, 'Titre\nneuf', 'line')).toBe(true)
  expect(lineToPlain(readLine(empty))).toBe('Titre neuf')
})

test('a character of two units is never parted', () => {
  const { fragment } = setupText([{ type: 'paragraph', content: [{ text: 'le 🎓 du' }] }])
  expect(replaceInText(fragment, { start: 3, end: 5 }, '🎒')).toBe(true)
  expect(blocksToPlain(readBlocks(fragment))).toBe('le 🎒 du')
})

function setupText(blocks: BlockText): { doc: Y.Doc; fragment: Y.XmlFragment } {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text')
  writeBlocks(fragment, normalizeBlocks(blocks))
  return { doc, fragment }
}

/** A stretch within one paragraph, at whole characters. */
function rangeWithin(plain: string, a: number, b: number): { start: number; end: number } {
  const start = wholeAt(plain, a % (plain.length + 1))
  const lineEnd = plain.indexOf('\n', start)
  const room = (lineEnd === -1 ? plain.length : lineEnd) - start
  return { start, end: wholeAt(plain, start + (room === 0 ? 0 : b % (room + 1))) }
}

function wholeAt(plain: string, at: number): number {
  return at > 0 && plain.codePointAt(at - 1)! > 0xffff ? at - 1 : at
}

/** The marks of each character of the plain form, as JSON. */
function marksOf(blocks: BlockText): string[] {
  const lines = blocks.flatMap(function contents(block): Inline[][] {
    return block.type === 'paragraph'
      ? [block.content]
      : block.items.flatMap((item) => item.flatMap(contents))
  })
  return lines.flatMap((content, index) =>
    (index === 0 ? [] : ['line feed']).concat(
      content.flatMap(({ text, ...marks }) =>
        Array.from({ length: text.length }, () => JSON.stringify(marks)),
      ),
    ),
  )
}

import { arbitraryBlocks, arbitraryLine, createPick, shuffled } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { normalizeBlocks, normalizeLine } from './normalize-text.ts'
import { blocksToPlain, lineToPlain, plainToBlocks, plainToLine } from './plain-text.ts'
import { readBlocks, readLine } from './read-fragment.ts'
import type { BlockText } from './rich-text.ts'
import { writeBlocks, writeLine } from './write-fragment.ts'

test('any text written over any other reads as its normal form, and the second time writes nothing', () => {
  fc.assert(
    fc.property(arbitraryBlocks, arbitraryBlocks, fc.nat(), (before, target, seed) => {
      const { doc, fragment } = setupText(before)
      addForeign(fragment, seed)
      writeBlocks(fragment, target)
      expect(readBlocks(fragment)).toEqual(normalizeBlocks(target))
      const updates = countUpdates(doc)
      writeBlocks(fragment, target)
      writeBlocks(fragment, readBlocks(fragment))
      expect(updates()).toBe(0)
    }),
    { seed: 11, numRuns: 500 },
  )
})

test('any line written over any text reads as its normal form, and the second time writes nothing', () => {
  fc.assert(
    fc.property(arbitraryBlocks, arbitraryLine, fc.nat(), (before, target, seed) => {
      const { doc, fragment } = setupText(before)
      addForeign(fragment, seed)
      writeLine(fragment, target)
      expect(readLine(fragment)).toEqual(normalizeLine(target))
      const updates = countUpdates(doc)
      writeLine(fragment, target)
      expect(updates()).toBe(0)
    }),
    { seed: 12, numRuns: 500 },
  )
})

test('[D4] unknown elements, marks and embeds stay, and are read, when words beside them are changed', () => {
  fc.assert(
    fc.property(arbitraryBlocks, fc.nat(), fc.nat(), (before, seed, at) => {
      const { fragment } = setupText([...before, ...plainToBlocks('un deux trois')])
      addForeign(fragment, seed)
      const foreign = foreignIn(fragment)
      const text = readBlocks(fragment)
      expect(blocksToPlain(text)).toContain('mots inconnus')
      const changed = text.findIndex((block) => blocksToPlain([block]) === 'un deux trois')
      const target = text.with(changed, plainToBlocks('un quatre trois cinq')[0]!)
      target.splice(at % 2 === 0 ? 0 : target.length, 0, ...plainToBlocks('Nouveau'))
      writeBlocks(fragment, target)
      expect(readBlocks(fragment)).toEqual(target)
      expect(foreignIn(fragment)).toEqual(foreign)
    }),
    { seed: 13, numRuns: 300 },
  )
})

test('[D4] unknown inline elements, marks and embeds stay when words of their own paragraph are changed', () => {
  const { fragment, text } = setupParagraph('avant le mot important et après')
  text.format(9, 3, { comment: { id: 7 } })
  text.insertEmbed(3, { image: 'x.png' })
  const mention = new Y.XmlElement('mention')
  mention.insert(0, [new Y.XmlText('@Nadia')])
  Object(fragment.get(0)).push([mention])
  writeBlocks(fragment, plainToBlocks('avant un mot très important et puis après@Nadia B.'))
  expect(blocksToPlain(readBlocks(fragment))).toBe('avant un mot très important et puis après@Nadia B.')
  expect(foreignIn(fragment)).toEqual(['comment:mot', 'embed', 'mention'])
  expect(lineToPlain(readLine(mention))).toBe('@Nadia B.')
})

test('[D4] a paragraph of an unknown kind keeps its kind when its words are changed', () => {
  const { fragment } = setupText([])
  const heading = new Y.XmlElement('heading')
  heading.insert(0, [new Y.XmlText('Titre ancien')])
  fragment.insert(0, [heading])
  writeBlocks(fragment, [...plainToBlocks('Titre nouveau'), ...plainToBlocks('')])
  expect(fragment.get(0)).toBe(heading)
  expect(lineToPlain(readLine(heading))).toBe('Titre nouveau')
})

test('words typed at the same time anywhere but in the changed words stay exactly where they were typed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 40 }), fc.nat(), (length, seed) => {
      const pick = createPick(seed)
      const words = Array.from({ length }, (_, index) => `mot${index}`)
      const [a, b, typedAfter] = shuffled(pick, [...words.keys()])
      const changed = words.map((word, index) => (index === a || index === b ? `autre${index}` : word))
      const { doc, fragment } = setupParagraph(words.join(' '))
      const other = copyOf(doc)
      const index = words.slice(0, typedAfter! + 1).join(' ').length
      other.text.insert(index, ' frappé')
      writeBlocks(fragment, plainToBlocks(changed.join(' ')))
      exchange(doc, other.doc)
      const expected = changed
        .flatMap((word, at) => (at === typedAfter ? [word, 'frappé'] : [word]))
        .join(' ')
      expect(blocksToPlain(readBlocks(fragment))).toBe(expected)
      expect(readBlocks(other.fragment)).toEqual(readBlocks(fragment))
    }),
    { seed: 14, numRuns: 300 },
  )
})

test('a change of marks moves no character, so that what is typed within meanwhile stays there', () => {
  const { doc, fragment } = setupParagraph('un deux trois')
  const other = copyOf(doc)
  other.text.insert(5, 'X')
  writeBlocks(fragment, [
    { type: 'paragraph', content: [{ text: 'un ' }, { text: 'deux', bold: true }, { text: ' trois' }] },
  ])
  exchange(doc, other.doc)
  expect(readBlocks(fragment)).toEqual([
    { type: 'paragraph', content: [{ text: 'un ' }, { text: 'deXux', bold: true }, { text: ' trois' }] },
  ])
})

test('one changed word in a paragraph of four hundred makes an update of under 100 bytes', () => {
  const words = Array.from({ length: 400 }, (_, index) => `mot${index % 50}`)
  const { doc, fragment } = setupParagraph(words.join(' '))
  const before = Y.encodeStateVector(doc)
  words[200] = 'réussite'
  writeBlocks(fragment, plainToBlocks(words.join(' ')))
  expect(Y.encodeStateAsUpdate(doc, before).length).toBeLessThan(100)
})

test('paragraphs that two replicas began at once are both kept when a word of one is changed', () => {
  const { doc, fragment } = setupText([])
  const other = copyOf(doc)
  for (const [target, typed] of [
    [fragment, 'un mot'],
    [other.fragment, ' et deux'],
  ] as const) {
    const text = new Y.XmlText(typed)
    Object(target.get(0)).insert(0, [text])
  }
  exchange(doc, other.doc)
  const plain = blocksToPlain(readBlocks(fragment))
  writeBlocks(fragment, plainToBlocks(plain.replace('mot', 'vrai mot')))
  expect(blocksToPlain(readBlocks(fragment))).toBe(plain.replace('mot', 'vrai mot'))
  expect(Object(fragment.get(0)).length).toBe(2)
})

test('a line whose paragraphs a merge put side by side reads as one', () => {
  const { fragment } = setupText(plainToBlocks('Un\n\nDeux'))
  expect(readLine(fragment)).toEqual(plainToLine('Un Deux'))
})

function setupText(before: BlockText): { doc: Y.Doc; fragment: Y.XmlFragment } {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('text')
  writeBlocks(fragment, before)
  return { doc, fragment }
}

function setupParagraph(plain: string): { doc: Y.Doc; fragment: Y.XmlFragment; text: Y.XmlText } {
  const { doc, fragment } = setupText(plainToBlocks(plain))
  return { doc, fragment, text: Object(fragment.get(0)).get(0) }
}

function copyOf(doc: Y.Doc): { doc: Y.Doc; fragment: Y.XmlFragment; text: Y.XmlText } {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const fragment = copy.getXmlFragment('text')
  return { doc: copy, fragment, text: Object(fragment.get(0)).get(0) }
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

/** Puts in what a newer version might: a callout of paragraphs, a heading, a rule, an empty list. */
function addForeign(fragment: Y.XmlFragment, seed: number): void {
  const pick = createPick(seed)
  const callout = new Y.XmlElement('callout')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('mots inconnus')])
  callout.insert(0, [paragraph, new Y.XmlElement('paragraph'), new Y.XmlElement('bulletList')])
  const heading = new Y.XmlElement('heading')
  heading.insert(0, [new Y.XmlText('Un titre')])
  for (const element of [callout, heading, new Y.XmlElement('rule'), new Y.XmlElement('orderedList')]) {
    fragment.insert(pick(fragment.length + 1), [element])
  }
}

/** What in a text this version does not know, in an order of its own. */
function foreignIn(parent: Y.XmlFragment): string[] {
  const found: string[] = []
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      const runs: { insert: unknown; attributes?: Record<string, unknown> }[] = child.toDelta()
      for (const { insert, attributes } of runs) {
        if (typeof insert !== 'string') found.push('embed')
        if (attributes?.['comment'] !== undefined) found.push(`comment:${String(insert)}`)
      }
    }
    if (!(child instanceof Y.XmlElement)) continue
    if (!['paragraph', 'bulletList', 'orderedList', 'listItem'].includes(child.nodeName))
      found.push(child.nodeName)
    found.push(...foreignIn(child))
  }
  return found.toSorted()
}

function countUpdates(doc: Y.Doc): () => number {
  let updates = 0
  doc.on('update', () => {
    updates += 1
  })
  return () => updates
}

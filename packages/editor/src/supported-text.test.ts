import { plainToBlocks, writeBlocks } from '@concerte/schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { schemaOf } from './field-schema.ts'
import { knownElements, knownMarks } from './known-names.ts'
import { isSupportedText } from './supported-text.ts'

function setupText(write: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text')
  write(fragment)
  return fragment
}

function paragraphWith(text: Y.XmlText): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  return paragraph
}

it('accepts every text that this version writes, and an empty one', () => {
  const list = {
    type: 'bulletList' as const,
    items: [plainToBlocks('a'), [{ type: 'orderedList' as const, items: [plainToBlocks('b')] }]],
  }
  const link = {
    text: 'c',
    bold: true as const,
    italic: true as const,
    superscript: true as const,
    link: 'https://example.org',
  }
  const fragment = setupText((text) => writeBlocks(text, [list, { type: 'paragraph', content: [link] }]))
  expect(isSupportedText(fragment, 'block')).toBe(true)
  expect(isSupportedText(fragment, 'line')).toBe(false)
  expect(
    isSupportedText(
      setupText(() => {}),
      'line',
    ),
  ).toBe(true)
})

it('refuses elements, attributes, marks and embeds that it does not know [D4]', () => {
  const unknown: ((fragment: Y.XmlFragment) => void)[] = [
    (fragment) => fragment.insert(0, [new Y.XmlElement('table')]),
    (fragment) => fragment.insert(0, [new Y.XmlText('bare')]),
    (fragment) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.setAttribute('align', 'center')
      fragment.insert(0, [paragraph])
    },
    (fragment) => {
      const text = new Y.XmlText()
      text.insert(0, 'a', { colour: { value: 'red' } })
      fragment.insert(0, [paragraphWith(text)])
    },
    (fragment) => {
      const text = new Y.XmlText()
      text.insert(0, 'a', { link: { href: 'https://example.org', title: 'b' } })
      fragment.insert(0, [paragraphWith(text)])
    },
    (fragment) => {
      const text = new Y.XmlText()
      text.insertEmbed(0, { image: 'x' })
      fragment.insert(0, [paragraphWith(text)])
    },
    (fragment) => {
      const list = new Y.XmlElement('bulletList')
      list.insert(0, [new Y.XmlElement('paragraph')])
      fragment.insert(0, [list])
    },
  ]
  expect(unknown.map((write) => isSupportedText(setupText(write), 'block'))).toEqual(unknown.map(() => false))
})

it('knows what the schemas of the live editors know', () => {
  for (const profile of ['line', 'block'] as const) {
    const schema = schemaOf(profile)
    const blocks = Object.values(schema.nodes).filter((type) => type.isInGroup('block'))
    expect(new Set(blocks.map((type) => type.name))).toEqual(knownElements[profile])
    expect(new Set(Object.keys(schema.marks))).toEqual(knownMarks)
  }
})

import { writeBlocks, type BlockText } from '@concerte/schema'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import { expect, it } from 'vitest'
import * as Y from 'yjs'

import { schemaOf } from './field-schema.ts'
import { toPosition, toRelative } from './relative-position.ts'

const blocks: BlockText = [
  { type: 'paragraph', content: [{ text: 'Un ' }, { text: 'deux', bold: true }] },
  { type: 'paragraph', content: [] },
  {
    type: 'bulletList',
    items: [
      [{ type: 'paragraph', content: [{ text: 'a' }] }],
      [
        { type: 'paragraph', content: [{ text: 'b' }] },
        { type: 'orderedList', items: [[{ type: 'paragraph', content: [{ text: 'c' }] }]] },
      ],
    ],
  },
]

function setupText() {
  const fragment = new Y.Doc().getXmlFragment('text')
  writeBlocks(fragment, blocks)
  const { doc } = initProseMirrorDoc(fragment, schemaOf('block'))
  return { fragment, doc }
}

it('comes back to the same position from every place where a caret can stand', () => {
  const { fragment, doc } = setupText()
  const places: number[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return
    for (let offset = 0; offset <= node.content.size; offset += 1) places.push(position + 1 + offset)
  })
  expect(places.length).toBeGreaterThan(12)
  const back = places.map((place) => toPosition(fragment, toRelative(fragment, doc, place)!))
  expect(back).toEqual(places)
})

it('keeps its place when everything before it is deleted', () => {
  const { fragment, doc } = setupText()
  const caret = toRelative(fragment, doc, 4)!
  writeBlocks(fragment, [{ type: 'paragraph', content: [{ text: 'deux', bold: true }] }, ...blocks.slice(1)])
  expect(toPosition(fragment, caret)).toBe(1)
})

it('knows no position of another text', () => {
  const { fragment, doc } = setupText()
  const other = fragment.doc!.getXmlFragment('other')
  expect(toPosition(other, toRelative(fragment, doc, 4)!)).toBeNull()
})

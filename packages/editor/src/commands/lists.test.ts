import { EditorState, TextSelection, type Command, type Transaction } from '@tiptap/pm/state'
import { Node } from '@tiptap/pm/model'
import { expect, it } from 'vitest'

import type { FieldHandlers, ItemPlace } from '../field-handlers.ts'
import { schemaOf } from '../field-schema.ts'
import { backspace } from './backspace.ts'
import { enter } from './enter.ts'
import { lift, sink } from './lists.ts'

const schema = schemaOf('block')
const idle: FieldHandlers = { undo: () => undefined, redo: () => undefined }

/** A text of paragraphs and lists (arrays), with the caret at `|`. */
type Written = string | Written[]

function setupText(...text: Written[]) {
  let state = EditorState.create({ doc: Node.fromJSON(schema, { type: 'doc', content: text.map(block) }) })
  let caret = -1
  state.doc.descendants((node, position) => {
    const at = node.isText ? (node.text ?? '').indexOf('|') : -1
    if (at !== -1) caret = position + at
  })
  const dispatch = (tr: Transaction) => {
    state = state.apply(tr)
  }
  dispatch(state.tr.delete(caret, caret + 1))
  dispatch(state.tr.setSelection(TextSelection.create(state.doc, caret)))
  return {
    press: (command: Command) => command(state, dispatch),
    read: () => {
      const { head } = state.selection
      return write(state.tr.insertText('|', head).doc.toJSON())
    },
  }
}

function block(written: Written): unknown {
  if (typeof written === 'string') {
    return { type: 'paragraph', content: written === '' ? [] : [{ type: 'text', text: written }] }
  }
  const items = written.map((item) => ({
    type: 'listItem',
    content: (typeof item === 'string' ? [item] : item).map(block),
  }))
  return { type: 'bulletList', content: items }
}

/** The same form again, as text: items in brackets. */
function write(json: { type: string; text?: string; content?: unknown[] }): string {
  if (json.type === 'text') return json.text ?? ''
  const inner = (json.content ?? []).map((child) => write(child as typeof json))
  return json.type === 'doc'
    ? inner.join(' / ')
    : json.type === 'paragraph'
      ? inner.join('')
      : `[${inner.join(' ')}]`
}

it('Tab outside a list asks the page, and in one goes a level deeper', () => {
  const asked: unknown[] = []
  const handlers = { ...idle, indent: (point: unknown) => asked.push(point) > 0 }
  const { press } = setupText('Mes|ure')
  expect(press(sink(schema, handlers))).toBe(true)
  expect(asked).toEqual([{ path: [0], offset: 3 }])
  const list = setupText('M', ['a', 'b|'])
  expect(list.press(sink(schema, handlers))).toBe(true)
  expect(list.read()).toBe('M / [[a [[b|]]]]')
  expect(asked).toHaveLength(1)
})

it('Tab stays in a list where an item can go no deeper, and leaves it when one walks through the page', () => {
  const first = setupText(['a|', 'b'])
  expect(first.press(sink(schema, idle))).toBe(true)
  expect(first.press(sink(schema, { ...idle, isWalking: () => true }))).toBe(false)
  expect(first.press(lift(schema, { ...idle, isWalking: () => true }))).toBe(false)
  expect(first.read()).toBe('[[a|] [b]]')
  expect(setupText('a|').press(sink(schema, idle))).toBe(false)
})

it('Shift+Tab gives the page an item of the first level with the caret in it, and lifts one of a deeper level itself', () => {
  const asked: ItemPlace[] = []
  const handlers = { ...idle, outdent: (place: ItemPlace) => asked.push(place) > 0 }
  expect(setupText('M', ['a', 'bc|d']).press(lift(schema, handlers))).toBe(true)
  expect(asked).toEqual([{ item: [1, 1], point: { path: [0], offset: 2 } }])
  const deep = setupText('M', [['a', ['b|']], 'c'])
  expect(deep.press(lift(schema, handlers))).toBe(true)
  expect(asked).toHaveLength(1)
  expect(deep.read()).toBe('M / [[a] [b|] [c]]')
})

it('Shift+Tab makes a paragraph of an item where the page has no use for it', () => {
  const text = setupText('M', ['a|'])
  expect(text.press(lift(schema, idle))).toBe(true)
  expect(text.read()).toBe('M / a|')
})

it('Enter in an item without words gives it to the page, in one with words makes the next item', () => {
  const asked: ItemPlace[] = []
  const handlers = { ...idle, outdent: (place: ItemPlace) => asked.push(place) > 0 }
  const words = setupText(['a|'])
  words.press(enter(handlers))
  expect(words.read()).toBe('[[a] [|]]')
  expect(setupText(['a', '|']).press(enter(handlers))).toBe(true)
  expect(asked).toEqual([{ item: [0, 1], point: { path: [0], offset: 0 } }])
})

it('Backspace at the start of an item joins its words with those before, and takes away an item without words', () => {
  for (const [text, joined] of [
    [['M', ['a', '|b']], 'M / [[a|b]]'],
    [['M', ['|a', 'b']], 'M|a / [[b]]'],
    [['M', ['a', '|']], 'M / [[a|]]'],
    [['M', [['a', ['a1']], '|b']], 'M / [[a [[a1|b]]]]'],
  ] as [Written[], string][]) {
    const { press, read } = setupText(...text)
    expect(press(backspace(idle))).toBe(true)
    expect(read()).toBe(joined)
  }
})

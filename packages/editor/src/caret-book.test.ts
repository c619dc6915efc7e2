import { expect, it } from 'vitest'
import {
  Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness'
import * as Y from 'yjs'

import { caretBookOf } from './caret-book.ts'

const user = { name: 'Ada', color: '#0b5c8f' }
const here = { node: 'one', field: 'text' }
const there = { node: 'two', field: 'text' }

function setupBook() {
  const mine = new Awareness(new Y.Doc())
  const theirs = new Awareness(new Y.Doc())
  const book = caretBookOf(mine)
  const heard: string[] = []
  book.subscribe(here, () => heard.push('here'))
  book.subscribe(there, () => heard.push('there'))
  /** What was told while someone else's state became this. */
  const say = (state: Record<string, unknown>): string[] => {
    heard.length = 0
    theirs.setLocalState(state)
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'remote')
    return heard
  }
  return { mine, theirs, book, heard, say }
}

it('a caret that moves in a field is told to those who show that field alone', () => {
  const { book, say } = setupBook()
  expect(say({ user, place: here, cursor: { anchor: 1, head: 1 } })).toEqual(['here'])
  expect(say({ user, place: here, cursor: { anchor: 1, head: 2 } })).toEqual(['here'])
  expect(book.at(here)).toMatchObject([{ name: 'Ada', colour: '#0b5c8f', anchor: 1, head: 2 }])
  expect(book.at(there)).toEqual([])
})

it('a caret that goes to another field is told to both', () => {
  const { book, say } = setupBook()
  say({ user, place: here, cursor: { anchor: 1, head: 1 } })
  expect(say({ user, place: there, cursor: { anchor: 1, head: 1 } }).toSorted()).toEqual(['here', 'there'])
  expect([book.at(here).length, book.at(there).length]).toEqual([0, 1])
})

it('who leaves takes the caret along, and a state that is not one of ours shows none', () => {
  const { mine, theirs, book, heard, say } = setupBook()
  say({ user, place: here, cursor: { anchor: 1, head: 1 } })
  expect(say({ user: { name: 'Eve', color: 'url(x)' }, place: here, cursor: {} })).toEqual(['here'])
  expect(book.at(here)).toEqual([])
  say({ user, place: here, cursor: { anchor: 1, head: 1 } })
  heard.length = 0
  removeAwarenessStates(mine, [theirs.clientID], 'remote')
  expect([heard, book.at(here)]).toEqual([['here'], []])
})

it('there is one book for an awareness', () => {
  const { mine, book } = setupBook()
  expect(caretBookOf(mine)).toBe(book)
})

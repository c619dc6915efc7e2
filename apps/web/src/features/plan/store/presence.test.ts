import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { createPresence } from './presence.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const ada = { id: 'ada', name: 'Ada Lovelace', color: '#0b5c8f' }
const bob = { id: 'bob', name: 'Bob Martin', color: '#94284f' }
const entry = { node: 'entry', field: 'text' }

function setupPresence() {
  const here = new Awareness(new Y.Doc())
  const others: Awareness[] = []
  const presence = createPresence(here, { shownBy: (node) => (node === 'entry' ? 'action' : node), me: 'me' })
  const heard: string[] = []
  presence.subscribe(() => heard.push('all'))
  presence.subscribeAt(entry, () => heard.push('entry'))
  presence.subscribeWithin('action', () => heard.push('action'))
  presence.subscribeWithin('axis', () => heard.push('axis'))
  /** One more window of someone; gives what says its state. */
  const join = () => {
    const there = new Awareness(new Y.Doc())
    others.push(there)
    return (state: Record<string, unknown> | null) => {
      there.setLocalState(state)
      applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), 'remote')
    }
  }
  const end = () => {
    presence.close()
    for (const awareness of [here, ...others]) awareness.destroy()
  }
  const names = () => presence.people().map(({ name }) => name)
  return { here, presence, join, heard, end, names }
}

it('shows someone in their field, and in the line of the outline that shows it, and tells nobody else', () => {
  const { presence, join, heard, end } = setupPresence()
  join()({ user: ada, place: entry })
  settle()
  expect(presence.at(entry).map(({ name }) => name)).toEqual(['Ada Lovelace'])
  expect(presence.within('action').map(({ name }) => name)).toEqual(['Ada Lovelace'])
  expect(presence.within('entry')).toEqual([])
  expect(heard).toEqual(['all', 'entry', 'action'])
  end()
})

it('says nothing of a caret that moves within its field', () => {
  const { presence, join, heard, end } = setupPresence()
  const say = join()
  say({ user: ada, place: entry, cursor: 1 })
  settle()
  const before = presence.at(entry)
  say({ user: ada, place: entry, cursor: 2 })
  settle()
  expect(heard).toEqual(['all', 'entry', 'action'])
  expect(presence.at(entry)).toBe(before)
  end()
})

it('forty people who come within a moment are told of once', () => {
  const { presence, join, heard, end } = setupPresence()
  for (let index = 0; index < 40; index += 1) {
    join()({ user: { ...ada, id: `person ${index}` }, place: { node: 'axis', field: 'title' } })
  }
  expect(presence.people()).toEqual([])
  settle()
  expect(heard).toEqual(['all', 'axis'])
  expect(presence.people()).toHaveLength(40)
  end()
})

it('someone in two windows is one person, where they write, and one’s own other window is nobody', () => {
  const { presence, join, end, names } = setupPresence()
  join()({ user: ada, place: null })
  join()({ user: ada, place: entry })
  join()({ user: { ...bob, id: 'me' }, place: entry })
  settle()
  expect(names()).toEqual(['Ada Lovelace'])
  expect(presence.people()[0]?.place).toEqual(entry)
  expect(presence.at(entry)).toHaveLength(1)
  expect(presence.everyone()).toHaveLength(3)
  end()
})

it('tells who rests, and where those are who only read', () => {
  const { presence, join, end } = setupPresence()
  const say = join()
  say({ user: ada, place: null, view: 'axis', idle: true })
  settle()
  expect(presence.people()).toMatchObject([{ view: 'axis', isIdle: true, place: null }])
  say(null)
  settle()
  expect(presence.people()).toEqual([])
  end()
})

it('[S8] leaves out a state that is not one of ours', () => {
  const { presence, join, heard, end } = setupPresence()
  join()({ user: { id: 'x', name: 'Eve', color: 'red; background: url(x)' } })
  settle()
  expect([presence.everyone(), heard]).toEqual([[], []])
  end()
})

it('says where one looks and whether one rests once, however often it is found out', () => {
  const { here, presence, end } = setupPresence()
  let sent = 0
  here.on('update', () => {
    sent += 1
  })
  for (const node of ['axis', 'axis', 'axis']) presence.lookAt(node)
  for (const isIdle of [true, true]) presence.rest(isIdle)
  expect(sent).toBe(2)
  expect(here.getLocalState()).toMatchObject({ view: 'axis', idle: true })
  end()
})

function settle(): void {
  vi.advanceTimersByTime(100)
}

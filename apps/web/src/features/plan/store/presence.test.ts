import { expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { createPresence } from './presence.ts'

const ada = { id: 'ada', name: 'Ada Lovelace', color: '#0b5c8f' }

function setupPresence() {
  const here = new Awareness(new Y.Doc())
  const there = new Awareness(new Y.Doc())
  const presence = createPresence(here, (node) => (node === 'entry' ? 'action' : node))
  let told = 0
  presence.subscribe(() => {
    told += 1
  })
  const say = (state: Record<string, unknown>) => {
    there.setLocalState(state)
    applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), 'remote')
  }
  const end = () => {
    presence.close()
    here.destroy()
    there.destroy()
  }
  return { presence, say, count: () => told, end }
}

it('shows someone in their field, and in the line of the outline that shows it', () => {
  const { presence, say, end } = setupPresence()
  say({ user: ada, place: { node: 'entry', field: 'text' } })
  expect(presence.at({ node: 'entry', field: 'text' }).map(({ name }) => name)).toEqual(['Ada Lovelace'])
  expect(presence.within('action').map(({ name }) => name)).toEqual(['Ada Lovelace'])
  expect(presence.within('entry')).toEqual([])
  end()
})

it('says nothing of a caret that moves within its field', () => {
  const { presence, say, count, end } = setupPresence()
  say({ user: ada, place: { node: 'entry', field: 'text' }, cursor: 1 })
  const before = presence.at({ node: 'entry', field: 'text' })
  say({ user: ada, place: { node: 'entry', field: 'text' }, cursor: 2 })
  expect(count()).toBe(1)
  expect(presence.at({ node: 'entry', field: 'text' })).toBe(before)
  end()
})

it('leaves out a state that is not one of ours', () => {
  const { presence, say, count, end } = setupPresence()
  say({ user: { id: 'x', name: 'Eve', color: 'red; background: url(x)' } })
  expect([presence.everyone(), count()]).toEqual([[], 0])
  end()
})

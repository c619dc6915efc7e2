import type { KeepingState, SaveState } from '@concerte/sync'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createSaveView } from './save-view.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setupView(initial: SaveState = { type: 'saved' }) {
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const client = { state: initial, subscribe }
  const keeper: { state: KeepingState; subscribe: typeof subscribe } = { state: 'kept', subscribe }
  const view = createSaveView(client, keeper)
  const shown: string[] = []
  const look = () => {
    const { type, words } = { words: '', ...view.current() }
    shown.push(words === '' ? type : `${type} ${words}`)
  }
  view.subscribe(look)
  const be = (state: SaveState, keeping: KeepingState = 'kept') => {
    client.state = state
    keeper.state = keeping
    for (const listener of listeners) listener()
  }
  return { be, shown, view }
}

function wait(ms: number): void {
  vi.advanceTimersByTime(ms)
}

it('[S2] while one types nothing is promised, and the words do not flash with every key', () => {
  const { be, shown } = setupView()
  for (let key = 0; key < 20; key += 1) {
    be({ type: 'saving' })
    wait(60)
    be({ type: 'saved' })
    wait(60)
  }
  expect(shown).toEqual(['writing'])
  wait(400)
  expect(shown).toEqual(['writing', 'saved'])
})

it('a save that lasts is told, and saved is said only once it is', () => {
  const { be, shown } = setupView()
  be({ type: 'saving' })
  wait(599)
  expect(shown).toEqual(['writing'])
  wait(1)
  expect(shown).toEqual(['writing', 'saving'])
  wait(60_000)
  be({ type: 'saved' })
  expect(shown.at(-1)).toBe('writing')
  wait(400)
  expect(shown.at(-1)).toBe('saved')
})

it('[S2] saved is never shown while the state is another', () => {
  const { be, view } = setupView()
  be({ type: 'saving' })
  be({ type: 'saved' })
  wait(399)
  be({ type: 'saving' })
  wait(1)
  expect(view.current().type).toBe('writing')
  be({ type: 'saved' })
  wait(399)
  be({ type: 'offline', unsaved: true }, 'keeping')
  expect(view.current()).toEqual({ type: 'offline', words: 'nowhere' })
})

it('what ends the saving is told at once', () => {
  const { be, shown } = setupView()
  be({ type: 'saving' })
  be({ type: 'refused', code: 'forbidden' })
  expect(shown).toEqual(['writing', 'refused'])
})

it('[S6] offline, words are called kept once they are, and a device that fails is told at once', () => {
  const { be, shown } = setupView({ type: 'offline', unsaved: false })
  for (let key = 0; key < 5; key += 1) {
    be({ type: 'offline', unsaved: true }, 'keeping')
    wait(50)
    be({ type: 'offline', unsaved: true }, 'kept')
    wait(50)
  }
  expect(shown).toEqual(['offline writing'])
  wait(400)
  expect(shown).toEqual(['offline writing', 'offline kept'])
  be({ type: 'offline', unsaved: true }, 'failing')
  expect(shown.at(-1)).toBe('offline failing')
})

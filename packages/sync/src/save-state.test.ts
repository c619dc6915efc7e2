import { expect, it } from 'vitest'

import { hasUnsaved, nextSaveState, type SaveEvent, type SaveState } from './save-state.ts'

const states: Record<string, SaveState> = {
  connecting: { type: 'connecting', unsaved: false },
  'connecting*': { type: 'connecting', unsaved: true },
  offline: { type: 'offline', unsaved: false },
  'offline*': { type: 'offline', unsaved: true },
  saving: { type: 'saving' },
  saved: { type: 'saved' },
  readOnly: { type: 'readOnly' },
  refused: { type: 'refused', code: 'forbidden' },
}
const events: Record<string, SaveEvent> = {
  dialled: { type: 'dialled' },
  synced: { type: 'synced' },
  syncedReadOnly: { type: 'syncedReadOnly' },
  edited: { type: 'edited' },
  acknowledged: { type: 'acknowledged' },
  dropped: { type: 'dropped' },
  refused: { type: 'refused', code: 'forbidden' },
}

/** Rows: the state before; columns: the event, in the order above; `*` means that words are not saved. */
const table: Record<string, string[]> = {
  connecting: ['connecting', 'saving', 'readOnly', 'connecting*', 'connecting', 'offline', 'refused'],
  'connecting*': ['connecting*', 'saving', 'readOnly', 'connecting*', 'connecting*', 'offline*', 'refused'],
  offline: ['connecting', 'saving', 'readOnly', 'offline*', 'offline', 'offline', 'refused'],
  'offline*': ['connecting*', 'saving', 'readOnly', 'offline*', 'offline*', 'offline*', 'refused'],
  saving: ['connecting*', 'saving', 'readOnly', 'saving', 'saved', 'offline*', 'refused'],
  saved: ['connecting', 'saving', 'readOnly', 'saving', 'saved', 'offline', 'refused'],
  readOnly: ['connecting', 'saving', 'readOnly', 'readOnly', 'readOnly', 'offline', 'refused'],
  refused: ['refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused'],
}

for (const [before, row] of Object.entries(table)) {
  for (const [index, event] of Object.keys(events).entries()) {
    it(`${before} and ${event} make ${row[index]}`, () => {
      expect(nextSaveState(states[before]!, events[event]!)).toEqual(states[row[index]!])
    })
  }
}

it('[S2] «saved» follows on nothing but an acknowledgement', () => {
  const leadsToSaved = Object.values(states).flatMap((state) =>
    Object.values(events)
      .filter((event) => state.type !== 'saved' && nextSaveState(state, event).type === 'saved')
      .map((event) => event.type),
  )
  expect(new Set(leadsToSaved)).toEqual(new Set(['acknowledged']))
})

it('only saved and read-only plans may be left without a warning, and those where nothing was typed', () => {
  const safe = Object.keys(states).filter((name) => !hasUnsaved(states[name]!))
  expect(safe).toEqual(['connecting', 'offline', 'saved', 'readOnly'])
})

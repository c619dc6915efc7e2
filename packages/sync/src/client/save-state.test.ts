import { expect, it } from 'vitest'

import { hasUnsaved, isFinal, nextSaveState, type SaveEvent, type SaveState } from './save-state.ts'

const states: Record<string, SaveState> = {
  connecting: { type: 'connecting', unsaved: false },
  'connecting*': { type: 'connecting', unsaved: true },
  offline: { type: 'offline', unsaved: false },
  'offline*': { type: 'offline', unsaved: true },
  saving: { type: 'saving' },
  saved: { type: 'saved' },
  readOnly: { type: 'readOnly' },
  refused: { type: 'refused', code: 'forbidden' },
  readOnlyNow: { type: 'refused', code: 'read-only' },
  unsupported: { type: 'unsupported', unsaved: false },
  'unsupported*': { type: 'unsupported', unsaved: true },
}
const events: Record<string, SaveEvent> = {
  dialled: { type: 'dialled' },
  synced: { type: 'synced' },
  syncedReadOnly: { type: 'syncedReadOnly' },
  edited: { type: 'edited' },
  acknowledged: { type: 'acknowledged' },
  dropped: { type: 'dropped' },
  refused: { type: 'refused', code: 'forbidden' },
  outdated: { type: 'outdated' },
}

/** Rows: the state before; columns: the event, in the order above; `*` means that words are not saved. */
const table: Record<string, string> = {
  connecting: 'connecting saving readOnly connecting* connecting offline refused unsupported',
  'connecting*': 'connecting* saving readOnlyNow connecting* connecting* offline* refused unsupported*',
  offline: 'connecting saving readOnly offline* offline offline refused unsupported',
  'offline*': 'connecting* saving readOnlyNow offline* offline* offline* refused unsupported*',
  saving: 'connecting* saving readOnlyNow saving saved offline* refused unsupported*',
  saved: 'connecting saving readOnly saving saved offline refused unsupported',
  readOnly: 'connecting saving readOnly readOnly readOnly offline refused unsupported',
  refused: 'refused refused refused refused refused refused refused refused',
  unsupported:
    'unsupported unsupported unsupported unsupported* unsupported unsupported unsupported unsupported',
  'unsupported*':
    'unsupported* unsupported* unsupported* unsupported* unsupported* unsupported* unsupported* unsupported*',
}

for (const [before, row] of Object.entries(table)) {
  for (const [index, event] of Object.keys(events).entries()) {
    const after = row.split(' ')[index]!
    it(`${before} and ${event} make ${after}`, () => {
      expect(nextSaveState(states[before]!, events[event]!)).toEqual(states[after])
    })
  }
}

it('what is final leads nowhere else', () => {
  const final = Object.values(states).filter(isFinal)
  const types = final.flatMap((state) =>
    Object.values(events).map((event) => nextSaveState(state, event).type),
  )
  expect(new Set(final.map((state) => state.type))).toEqual(new Set(['refused', 'unsupported']))
  expect(new Set(types)).toEqual(new Set(['refused', 'unsupported']))
})

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
  expect(safe).toEqual(['connecting', 'offline', 'saved', 'readOnly', 'unsupported'])
})

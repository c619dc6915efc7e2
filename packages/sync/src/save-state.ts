import type { RefusalCode } from './messages.ts'

/**
 * What the person is told about their words. `saved` is said only when everything that this client wrote is durable
 * at the server; `unsaved` tells whether something of it is not.
 */
export type SaveState =
  | { type: 'connecting'; unsaved: boolean }
  | { type: 'offline'; unsaved: boolean }
  | { type: 'saving' }
  | { type: 'saved' }
  | { type: 'readOnly' }
  | { type: 'refused'; code: RefusalCode }

export type SaveEvent =
  /** A connection is being tried. */
  | { type: 'dialled' }
  /** The plan is here and our words are on their way. */
  | { type: 'synced' }
  /** The plan is here and we may not write. */
  | { type: 'syncedReadOnly' }
  /** The person changed the plan. */
  | { type: 'edited' }
  /** Everything sent is durable. */
  | { type: 'acknowledged' }
  /** The connection ended, to be tried again. */
  | { type: 'dropped' }
  /** The server will not take our words; there is no use in trying again. */
  | { type: 'refused'; code: RefusalCode }

export const initialSaveState: SaveState = { type: 'connecting', unsaved: false }

/** The one transition function of the save state. */
export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  if (state.type === 'refused') return state
  switch (event.type) {
    case 'dialled':
      return { type: 'connecting', unsaved: hasUnsaved(state) }
    case 'synced':
      return { type: 'saving' }
    case 'syncedReadOnly':
      return { type: 'readOnly' }
    case 'edited':
      return edited(state)
    case 'acknowledged':
      return state.type === 'saving' ? { type: 'saved' } : state
    case 'dropped':
      return { type: 'offline', unsaved: hasUnsaved(state) }
    case 'refused':
      return { type: 'refused', code: event.code }
  }
}

/** Whether closing the page now would lose words. */
export function hasUnsaved(state: SaveState): boolean {
  switch (state.type) {
    case 'connecting':
    case 'offline':
      return state.unsaved
    case 'saving':
    case 'refused':
      return true
    case 'saved':
    case 'readOnly':
      return false
  }
}

function edited(state: SaveState): SaveState {
  switch (state.type) {
    case 'connecting':
    case 'offline':
      return { type: state.type, unsaved: true }
    case 'saving':
    case 'saved':
      return { type: 'saving' }
    case 'readOnly':
    case 'refused':
      return state
  }
}

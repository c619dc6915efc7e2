import { refusalCodes } from '../messages.ts'

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
  | { type: 'refused'; code: ClientRefusalCode }
  /** This page cannot speak with this server: it must be loaded again, in a browser that can. */
  | { type: 'unsupported'; unsaved: boolean }

/**
 * Why nothing more is tried. Of the server's codes, `forbidden` and `signed-out` say that the person may not open the
 * plan (any longer), and all others that the server would not take what they wrote. The client knows two more by itself.
 */
export const clientRefusalCodes = [
  ...refusalCodes,
  /** What is here belongs to a history that the server no longer has: a backup was restored. Nothing of it was sent. */
  'replaced',
  /** The person may read only, and wrote what is not saved when they still could write. */
  'read-only',
] as const
export type ClientRefusalCode = (typeof clientRefusalCodes)[number]

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
  | { type: 'refused'; code: ClientRefusalCode }
  /** The server does not speak with clients of this version, or the browser cannot reach any. */
  | { type: 'outdated' }

/** The one transition function of the save state. */
export function nextSaveState(state: SaveState, event: SaveEvent): SaveState {
  if (state.type === 'refused') return state
  if (state.type === 'unsupported') return event.type === 'edited' ? { ...state, unsaved: true } : state
  switch (event.type) {
    case 'dialled':
      return { type: 'connecting', unsaved: hasUnsaved(state) }
    case 'synced':
      return { type: 'saving' }
    case 'syncedReadOnly':
      return hasUnsaved(state) ? { type: 'refused', code: 'read-only' } : { type: 'readOnly' }
    case 'edited':
      return edited(state)
    case 'acknowledged':
      return state.type === 'saving' ? { type: 'saved' } : state
    case 'dropped':
      return { type: 'offline', unsaved: hasUnsaved(state) }
    case 'refused':
      return { type: 'refused', code: event.code }
    case 'outdated':
      return { type: 'unsupported', unsaved: hasUnsaved(state) }
  }
}

/** Whether there are words that the server does not have. */
export function hasUnsaved(state: SaveState): boolean {
  switch (state.type) {
    case 'connecting':
    case 'offline':
    case 'unsupported':
      return state.unsaved
    case 'saving':
    case 'refused':
      return true
    case 'saved':
    case 'readOnly':
      return false
  }
}

/** Whether it stays so until the page is loaded again. */
export function isFinal(state: SaveState): boolean {
  return state.type === 'refused' || state.type === 'unsupported'
}

function edited(state: Exclude<SaveState, { type: 'refused' | 'unsupported' }>): SaveState {
  switch (state.type) {
    case 'connecting':
    case 'offline':
      return { type: state.type, unsaved: true }
    case 'saving':
    case 'saved':
      return { type: 'saving' }
    case 'readOnly':
      return state
  }
}

import type { SaveState } from '@concerte/sync'

type Words = Record<
  | 'connecting'
  | 'reconnectingUnsaved'
  | 'offline'
  | 'offlineUnsaved'
  | 'saving'
  | 'saved'
  | 'readOnly'
  | 'refused',
  string
>

/** The state of saving in words; «Enregistré» on `saved` alone. */
export function wordsOf(state: SaveState, t: Words): string {
  switch (state.type) {
    case 'connecting':
      return state.unsaved ? t.reconnectingUnsaved : t.connecting
    case 'offline':
      return state.unsaved ? t.offlineUnsaved : t.offline
    case 'saving':
    case 'saved':
    case 'readOnly':
    case 'refused':
      return t[state.type]
  }
}

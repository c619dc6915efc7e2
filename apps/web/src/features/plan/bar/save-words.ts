import type { KeepingState, SaveState } from '@concerte/sync'

type Words = Record<
  | 'connecting'
  | 'reconnectingUnsaved'
  | 'reconnectingKept'
  | 'offline'
  | 'offlineUnsaved'
  | 'offlineKept'
  | 'saving'
  | 'saved'
  | 'readOnly'
  | 'refused'
  | 'unsupported',
  string
>

/** The state of saving in words; «Enregistré» on `saved` alone, «gardées sur cet appareil» only where all of it is. */
export function wordsOf(state: SaveState, keeping: KeepingState, t: Words): string {
  const isKept = keeping === 'kept'
  switch (state.type) {
    case 'connecting':
      if (!state.unsaved) return t.connecting
      return isKept ? t.reconnectingKept : t.reconnectingUnsaved
    case 'offline':
      if (!state.unsaved) return t.offline
      return isKept ? t.offlineKept : t.offlineUnsaved
    case 'saving':
    case 'saved':
    case 'readOnly':
    case 'refused':
    case 'unsupported':
      return t[state.type]
  }
}

import type { SaveView } from './save-view.ts'

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

/**
 * The state of saving in words; «Enregistré» on `saved` alone, «gardé sur cet appareil» only where all of it is. While one types
 * there is nothing to promise: no words.
 */
export function wordsOf(view: SaveView, t: Words): string {
  switch (view.type) {
    case 'writing':
      return ''
    case 'connecting':
      return byWords(view.words, [t.connecting, t.reconnectingKept, t.reconnectingUnsaved])
    case 'offline':
      return byWords(view.words, [t.offline, t.offlineKept, t.offlineUnsaved])
    case 'saving':
    case 'saved':
    case 'readOnly':
    case 'refused':
    case 'unsupported':
      return t[view.type]
  }
}

function byWords(
  words: Extract<SaveView, { words: string }>['words'],
  [none, kept, unsaved]: [string, string, string],
): string {
  switch (words) {
    case 'none':
    case 'writing':
      return none
    case 'kept':
      return kept
    case 'nowhere':
    case 'failing':
      return unsaved
  }
}

import type { KeepingState, SaveState } from '@concerte/sync'

/**
 * What is shown of the state of saving: the state itself, calmed. While one types it changes twice a key; shown is then `writing`, which
 * says nothing, until all is saved for a moment or a save lasts. What is shown never promises more than the state does.
 */
export type SaveView =
  | { type: 'writing' }
  | { type: 'saving' }
  | { type: 'saved' }
  | { type: 'readOnly' }
  | { type: 'refused' }
  | { type: 'unsupported' }
  /** `words`: where those are that the server does not have; `writing` while that changes with every key. */
  | { type: 'connecting' | 'offline'; words: 'none' | 'writing' | 'kept' | 'nowhere' | 'failing' }

export type SaveViewSource = {
  /** The same object until it is another. */
  current: () => SaveView
  subscribe: (listener: () => void) => () => void
}

/** Milliseconds: what takes longer to be saved is told; a longer time without a change ends the writing. */
const patience = 600
const pause = 400

/** Calms what the client and the device tell, for as long as someone listens. */
export function createSaveView(
  client: { readonly state: SaveState; subscribe: (listener: () => void) => () => void },
  keeper: { readonly state: KeepingState; subscribe: (listener: () => void) => () => void },
): SaveViewSource {
  const listeners = new Set<() => void>()
  let shown = settled(client.state, keeper.state)
  /** What is shown once things have been so for a moment. */
  let due: SaveView | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let stops: (() => void)[] = []

  function become(next: SaveView): void {
    if (isSame(next, shown)) return
    shown = next
    for (const listener of listeners) listener()
  }

  function follow(): void {
    const next = settled(client.state, keeper.state)
    if (!isPassing(shown, next)) {
      clearTimeout(timer)
      due = null
      return become(next)
    }
    if (!isSame(next, shown)) become(writing(next))
    if (due !== null && isSame(next, due)) return
    due = next
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        due = null
        become(next)
      },
      isUnsafe(next) ? patience : pause,
    )
  }

  return {
    current: () => shown,
    subscribe(listener) {
      if (listeners.size === 0) stops = [client.subscribe(follow), keeper.subscribe(follow)]
      listeners.add(listener)
      follow()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        for (const stop of stops) stop()
        clearTimeout(timer)
        due = null
      }
    },
  }
}

/** The state as it is. */
function settled(state: SaveState, keeping: KeepingState): SaveView {
  switch (state.type) {
    case 'connecting':
    case 'offline': {
      const { type, unsaved } = state
      if (!unsaved) return { type, words: 'none' }
      return { type, words: keeping === 'keeping' ? 'nowhere' : keeping }
    }
    case 'saving':
    case 'saved':
    case 'readOnly':
    case 'refused':
    case 'unsupported':
      return { type: state.type }
  }
}

/** Whether a change is one that comes with every key: from saved to saving and back, from kept to being put on the device and back. */
function isPassing(shown: SaveView, next: SaveView): boolean {
  if (next.type === 'saving') return shown.type !== 'saving'
  if (next.type === 'saved') return shown.type === 'writing' || shown.type === 'saving'
  if (!('words' in next) || !('words' in shown) || next.type !== shown.type) return false
  if (next.words !== 'kept' && next.words !== 'nowhere') return false
  return shown.words === 'none' || shown.words === 'kept' || shown.words === 'writing'
}

/** Whether there are words that are neither at the server nor on the device. */
function isUnsafe(view: SaveView): boolean {
  return view.type === 'saving' || ('words' in view && view.words === 'nowhere')
}

function writing(next: SaveView): SaveView {
  return 'words' in next ? { type: next.type, words: 'writing' } : { type: 'writing' }
}

function isSame(a: SaveView, b: SaveView): boolean {
  return a.type === b.type && ('words' in a ? a.words : '') === ('words' in b ? b.words : '')
}

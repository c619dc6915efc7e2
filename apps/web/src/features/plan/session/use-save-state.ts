import type { SaveState, SyncClient } from '@concerte/sync'
import { useCallback, useSyncExternalStore } from 'react'

/** What `select` reads of the state of saving; renders again only when that changes: the state itself changes with every key. */
export function useSaveState<T extends string | boolean | SaveState>(
  client: SyncClient,
  select: (state: SaveState) => T,
): T {
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client])
  return useSyncExternalStore(subscribe, () => select(client.state))
}

import type { FieldPlace } from '@concerte/editor'
import { isBlockTextEmpty, readBlocks } from '@concerte/schema'
import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

import { usePlan } from '../plan-context.ts'
import { useText } from '../store/use-structure.ts'

/** Whether a text holds no word. */
export function useIsEmptyText(place: FieldPlace): boolean {
  const { store } = usePlan()
  const fragment = useText(place)
  const subscribe = useCallback(
    (listener: () => void) => (fragment === undefined ? () => undefined : store.onText(fragment, listener)),
    [store, fragment],
  )
  return useSyncExternalStore(subscribe, () => fragment === undefined || isEmpty(fragment))
}

function isEmpty(fragment: Y.XmlFragment): boolean {
  return isBlockTextEmpty(readBlocks(fragment))
}

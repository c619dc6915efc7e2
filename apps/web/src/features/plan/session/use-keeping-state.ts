import type { KeepingState, PlanKeeper } from '@concerte/sync'
import { useCallback, useSyncExternalStore } from 'react'

/** Whether what was written here is on the device. */
export function useKeepingState(keeper: PlanKeeper): KeepingState {
  const subscribe = useCallback((listener: () => void) => keeper.subscribe(listener), [keeper])
  return useSyncExternalStore(subscribe, () => keeper.state)
}

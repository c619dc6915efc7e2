import type { Rights, WriteRefusal } from '@concerte/schema'
import { useSyncExternalStore } from 'react'

import { usePlan } from '../plan-context.ts'
import type { Intent } from './plan-rights.ts'

/** The rights of now: another object only when they are others. */
export function useRights(): Rights {
  const { rights } = usePlan()
  return useSyncExternalStore(rights.subscribe, rights.current)
}

/** Why one may not; null when one may. Renders again only when the answer is another. */
export function useRefusal(intent: Intent): WriteRefusal | null {
  const { rights } = usePlan()
  return useSyncExternalStore(rights.subscribe, () => rights.refusal(intent))
}

export function useMay(intent: Intent): boolean {
  return useRefusal(intent) === null
}

/** Whether there is anything in the plan that one may write. */
export function useWritesSomewhere(): boolean {
  const { rights } = usePlan()
  return useSyncExternalStore(rights.subscribe, () => rights.current().scope !== 'nothing')
}

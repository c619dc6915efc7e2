import { isAllowed, type Permission } from '@concerte/schema'
import { useSyncExternalStore } from 'react'

import { usePlan } from '../plan-context.ts'

/** Whether one may do something beside writing, in the role and the phase of now. Renders again only when the answer is another. */
export function usePermission(permission: Permission): boolean {
  const { rights } = usePlan()
  return useSyncExternalStore(rights.subscribe, () => isAllowed(permission, rights.current()))
}

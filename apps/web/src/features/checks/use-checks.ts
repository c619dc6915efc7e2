import { useEffect, useState, useSyncExternalStore } from 'react'

import type { Checks, ChecksState } from './checks.ts'
import type { ChecksRequest } from './checks-view.ts'

/** The findings that are asked for, while the component is shown. */
export function useChecks(checks: Checks, request: ChecksRequest): ChecksState {
  const [first] = useState(request)
  useEffect(() => {
    checks.start(first)
    return () => checks.stop()
  }, [checks, first])
  useEffect(() => checks.request(request), [checks, request])
  return useSyncExternalStore(checks.subscribe, checks.current)
}

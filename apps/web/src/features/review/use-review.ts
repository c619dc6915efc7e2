import { useMemo, useSyncExternalStore } from 'react'

import { usePlan } from '../plan/plan-context.ts'
import type { OpenCounts } from './review-store.ts'

export type { AmendAsk, OpenCounts, ReviewAsk } from './review-store.ts'

/** How many open threads and amendments hang on a node. */
export function useOpenCounts(node: string): OpenCounts {
  const { review } = usePlan()
  const subscribe = useMemo(() => (listener: () => void) => review.onCounts(node, listener), [review, node])
  return useSyncExternalStore(subscribe, () => review.countsAt(node))
}

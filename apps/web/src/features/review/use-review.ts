import { useMemo, useSyncExternalStore } from 'react'

import { usePlan } from '../plan/plan-context.ts'
import type { OpenCounts, Review, ReviewTab } from './review-store.ts'

export type { AmendAsk, OpenCounts, ReviewAsk, ReviewTab } from './review-store.ts'

/** Whether the panel of comments and amendments is open, and what opens it on something. */
export function useReview(): {
  isOpen: boolean
  tab: ReviewTab | null
  open: Review['open']
  close: Review['close']
} {
  const { review } = usePlan()
  const view = useSyncExternalStore(review.subscribe, review.current)
  const tab = view?.tab ?? null
  return useMemo(() => ({ isOpen: tab !== null, tab, open: review.open, close: review.close }), [review, tab])
}

/** How many open threads and amendments hang on a node. */
export function useOpenCounts(node: string): OpenCounts {
  const { review } = usePlan()
  const subscribe = useMemo(() => (listener: () => void) => review.onCounts(node, listener), [review, node])
  return useSyncExternalStore(subscribe, () => review.countsAt(node))
}

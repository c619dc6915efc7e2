import type { ReviewAsk } from './review-store.ts'

/** What is said of the plan. */
export default function ThreadsPane(_props: {
  ask: Extract<ReviewAsk, { tab: 'threads' }> | null
  isLive: boolean
}) {
  return null
}

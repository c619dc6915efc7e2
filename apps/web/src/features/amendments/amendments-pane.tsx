import type { ReviewAsk } from '../review/review-store.ts'

/** What is proposed for the plan. */
export default function AmendmentsPane(_: {
  ask: Extract<ReviewAsk, { tab: 'amendments' }> | null
  isLive: boolean
}) {
  return null
}

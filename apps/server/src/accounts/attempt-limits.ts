import { ApiError } from '../api-error.ts'
import { createRateLimit } from './rate-limit.ts'

const quarterHour = 15 * 60_000

/**
 * Bounds what can be guessed: passwords, set-up links, invitations. An address gets many attempts, because a whole
 * académie may come out of one; an e-mail few.
 */
export type AttemptLimits = {
  /**
   * Runs one attempt; only failed ones count.
   * @throws ApiError `too-many-attempts`
   */
  attempt<T>(who: { address: string; email?: string }, action: () => Promise<T>): Promise<T>
}

export function createAttemptLimits(nowMs: () => number): AttemptLimits {
  const byAddress = createRateLimit({ attempts: 100, windowMs: quarterHour, nowMs })
  const byEmail = createRateLimit({ attempts: 10, windowMs: quarterHour, nowMs })
  return {
    async attempt({ address, email }, action) {
      if (!byAddress.take(address)) throw new ApiError('too-many-attempts')
      if (email !== undefined && !byEmail.take(email)) throw new ApiError('too-many-attempts')
      const result = await action()
      byAddress.giveBack(address)
      if (email !== undefined) byEmail.giveBack(email)
      return result
    },
  }
}

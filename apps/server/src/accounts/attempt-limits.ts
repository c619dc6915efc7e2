import { ApiError } from '../api-error.ts'
import { createRateLimit } from './rate-limit.ts'

const quarterHour = 15 * 60_000

/**
 * Bounds what can be guessed: passwords, set-up links, invitations. An address gets many attempts, because a whole
 * académie may come out of one; an e-mail few from each address, and more in all, so that nobody elsewhere can lock a
 * person out by guessing badly on purpose.
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
  const byEmail = createRateLimit({ attempts: 100, windowMs: quarterHour, nowMs })
  const byBoth = createRateLimit({ attempts: 10, windowMs: quarterHour, nowMs })
  return {
    async attempt({ address, email }, action) {
      const counts = [
        { limit: byAddress, key: address },
        ...(email === undefined
          ? []
          : [
              { limit: byBoth, key: `${address} ${email}` },
              { limit: byEmail, key: email },
            ]),
      ]
      for (const { limit, key } of counts) if (!limit.take(key)) throw new ApiError('too-many-attempts')
      const result = await action()
      for (const { limit, key } of counts) limit.giveBack(key)
      return result
    },
  }
}

import { amendmentIdSchema, type Thread } from '@concerte/api'
import { useEffect, useEffectEvent } from 'react'

import { usePlan } from '../plan/plan-context.ts'
import { isReviewAddress } from './review-address.ts'

/** Opens the thread or the amendment that the address names: on arrival, and at a link that is followed within the plan. */
export function useAddressedThread(threads: readonly Thread[] | undefined, onUnknown: () => void): void {
  const { review } = usePlan()
  const follow = useEffectEvent(() => {
    const { hash } = location
    if (!isReviewAddress(hash)) return
    const [kind, name = ''] = hash.slice(1).split(/-(.*)/s)
    if (kind === 'amendement') {
      const amendment = amendmentIdSchema.safeParse(name).data
      if (amendment !== undefined) review.open({ tab: 'amendments', amendment }, { byKeyboard: true })
      return
    }
    const thread = threads?.find(({ number }) => number === Number(name))
    if (thread === undefined) onUnknown()
    else if (thread.subject.type === 'amendment')
      review.open({ tab: 'amendments', amendment: thread.subject.amendmentId }, { byKeyboard: true })
    else review.open({ tab: 'threads', thread: thread.id }, { byKeyboard: true })
  })
  const isHere = threads !== undefined
  useEffect(() => {
    if (!isHere) return
    follow()
    const stop = new AbortController()
    const onWay = () => follow()
    // The router tells of its own steps by the last two.
    for (const type of ['popstate', 'hashchange', 'pushState', 'replaceState'])
      globalThis.addEventListener(type, onWay, { signal: stop.signal })
    return () => stop.abort()
  }, [isHere])
}

import { useEffect, useState } from 'react'

import { whenIdle } from '../../offline/idle.ts'
import { late } from '../../ui/late.tsx'
import { usePageKey } from '../plan/keys/page-keys.ts'
import { usePlan } from '../plan/plan-context.ts'
import { usePermission } from '../plan/rights/use-permission.ts'
import { isReviewAddress } from './review-address.ts'

const ReviewLayer = late(async () => (await import('./review-layer.tsx')).default, {
  takesKeys: ({ isAsked, onGiveUp }) => (isAsked ? onGiveUp : null),
})

/** Time, in ms, in which a page that nobody touches has shown all that it shows. */
const calm = 3000

/** Brings what review lays over the page once the page is there, or as soon as someone does anything in it. */
export function ReviewLayerHost({ root }: { root: HTMLElement }) {
  const { review } = usePlan()
  const [isWanted, setWanted] = useState(() => isReviewAddress(location.hash))
  const [isAsked, setAsked] = useState(false)
  const mayComment = usePermission('comment')
  // Until the layer is there, whose own key goes first.
  usePageKey('comment', () => {
    if (!mayComment) return false
    setAsked(true)
    setWanted(true)
    return true
  })
  useEffect(() => {
    if (isWanted) return
    const stop = new AbortController()
    let callOff = whenIdle(() => setWanted(true), calm)
    const soon = () => {
      stop.abort()
      callOff()
      callOff = whenIdle(() => setWanted(true), 300)
    }
    for (const type of ['pointerdown', 'keydown'])
      document.addEventListener(type, soon, { capture: true, passive: true, signal: stop.signal })
    const leave = review.subscribe(() => setWanted(true))
    return () => {
      stop.abort()
      callOff()
      leave()
    }
  }, [isWanted, review])
  return isWanted ? <ReviewLayer root={root} isAsked={isAsked} onGiveUp={() => setAsked(false)} /> : null
}

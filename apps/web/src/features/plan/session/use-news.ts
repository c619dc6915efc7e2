import { useEffect, useEffectEvent } from 'react'

import { usePlan } from '../plan-context.ts'
import type { NewsTopic } from './news.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** Runs when the server tells that this changed, and when it may have told so while there was no line; one run at a time. */
export function useNews(topic: NewsTopic, run: () => Promise<unknown>): void {
  const { news } = usePlan()
  const onNews = useEffectEvent(run)
  useEffect(
    () =>
      news.subscribe(
        topic,
        oneAtATime(() => onNews()),
      ),
    [news, topic],
  )
}

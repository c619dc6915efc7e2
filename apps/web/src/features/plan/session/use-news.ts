import { useEffect, useEffectEvent } from 'react'

import { usePlan } from '../plan-context.ts'
import type { NewsTopic } from './news.ts'

/** Runs when the server tells that this changed, and when it may have told so while there was no line. */
export function useNews(topic: NewsTopic, run: () => void): void {
  const { news } = usePlan()
  const onNews = useEffectEvent(run)
  useEffect(() => news.subscribe(topic, () => onNews()), [news, topic])
}

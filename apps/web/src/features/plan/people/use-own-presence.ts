import { useEffect } from 'react'

import { usePlan } from '../plan-context.ts'
import { watchActivity } from './watch-activity.ts'
import { watchView } from './watch-view.ts'

/** Tells the others what one looks at in the sheet, and whether one rests. */
export function useOwnPresence(sheet: HTMLElement | null): void {
  const { presence, following } = usePlan()
  useEffect(() => {
    if (sheet === null) return
    // Who goes along with someone looks at what they look at: told as well, two who follow each other would never stand still.
    const isPaused = () => following.current() !== null
    const stops = [
      watchView(sheet, { presence, isPaused }),
      watchActivity(document, { onChange: presence.rest, now: () => performance.now() }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [sheet, presence, following])
}

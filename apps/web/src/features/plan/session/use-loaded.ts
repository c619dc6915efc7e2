import { useEffect, useState } from 'react'

import type { LiveSession } from './plan-session.ts'

/** Whether the plan is here: from the device or from the server. */
export function useLoaded(session: LiveSession | null): boolean {
  const [loaded, setLoaded] = useState<LiveSession | null>(null)
  useEffect(() => {
    let isCurrent = true
    void session?.client.whenLoaded.then(() => {
      if (isCurrent) setLoaded(session)
    })
    return () => {
      isCurrent = false
    }
  }, [session])
  return session !== null && (session.isKept || loaded === session)
}

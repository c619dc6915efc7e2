import { useEffect } from 'react'

import { takeRestoration } from '../../versions/pending-restoration.ts'
import type { LiveSession } from './plan-session.ts'

/** Does what the page of versions left to be done here, once the plan is as the server has it. Saving renders nothing of it. */
export function Restoring({ session }: { session: LiveSession }) {
  useEffect(() => {
    const { client } = session
    const look = () => {
      if (client.state.type !== 'saved') return
      leave()
      const restoration = takeRestoration(session.projectId)
      if (restoration === null) return
      void import('../../versions/apply-restoration.ts').then(({ applyRestoration }) =>
        applyRestoration(restoration, session),
      )
    }
    const leave = client.subscribe(look)
    look()
    return leave
  }, [session])
  return null
}

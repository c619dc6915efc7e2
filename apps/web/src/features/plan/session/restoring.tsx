import { useEffect } from 'react'

import { takeRestoration } from '../../versions/pending-restoration.ts'
import type { LiveSession } from './plan-session.ts'
import { useSaveState } from './use-save-state.ts'

/** Does what the page of versions left to be done here, once the plan is as the server has it. */
export function Restoring({ session }: { session: LiveSession }) {
  const isCurrent = useSaveState(session.client, (state) => state.type === 'saved')
  useEffect(() => {
    if (!isCurrent) return
    const restoration = takeRestoration(session.projectId)
    if (restoration === null) return
    void import('../../versions/apply-restoration.ts').then(({ applyRestoration }) =>
      applyRestoration(restoration, session),
    )
  }, [isCurrent, session])
  return null
}

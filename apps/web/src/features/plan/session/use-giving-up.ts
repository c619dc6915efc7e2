import type { User } from '@concerte/api'
import type { SaveState } from '@concerte/sync'
import { hasUnsaved } from '@concerte/sync'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { giveUpPlan } from '../../../offline/give-up.ts'
import type { KeptPlans } from '../../../offline/kept-plans.ts'
import { rescuesKey } from '../../rescue/use-rescues.ts'
import type { LiveSession } from './plan-session.ts'

/**
 * When the server takes no more from this page: what the person wrote and nobody else has goes into a copy, the plan leaves the
 * device, and is opened anew where it may be.
 */
export function useGivingUp(
  session: LiveSession,
  { user, plans, onReopen }: { user: User; plans: KeptPlans; onReopen: () => void },
): void {
  const queries = useQueryClient()
  useEffect(() => {
    const { client } = session
    let before: SaveState = client.state
    let isOver = false
    const follow = () => {
      const { state } = client
      if (state.type === 'refused' && !isOver) {
        isOver = true
        void giveUp(session, state.code, {
          plans,
          hadUnsaved: before.type !== 'refused' && hasUnsaved(before),
        })
          .then((mayReopen) => {
            void queries.invalidateQueries({ queryKey: rescuesKey(user.id) })
            if (mayReopen) onReopen()
          })
          .catch(reportError)
      }
      before = state
    }
    follow()
    return client.subscribe(follow)
  }, [session, user.id, plans, queries, onReopen])
}

/** Resolves to whether the plan may be opened anew. */
async function giveUp(
  { client, doc, keeper, projectId }: LiveSession,
  code: Extract<SaveState, { type: 'refused' }>['code'],
  { plans, hadUnsaved }: { plans: KeptPlans; hadUnsaved: boolean },
): Promise<boolean> {
  const hasUnsent = hadUnsaved || keeper.hasUnsent
  switch (code) {
    case 'signed-out':
      // The words stay on the device for when the same person comes back.
      return false
    case 'forbidden': {
      await keeper.stop()
      await giveUpPlan(plans, projectId, code, hasUnsent ? { mine: doc, mustTell: false } : {})
      // Sent away in the middle: the next line tells whether the plan may still be read.
      return client.access !== null
    }
    case 'replaced':
      await keeper.stop()
      await giveUpPlan(plans, projectId, code, hasUnsent ? { mine: doc, mustTell: false } : {})
      return true
    case 'rejected':
      // Nothing was written, and it would happen again.
      if (!hasUnsent) return false
      break
    case 'foreign-author':
    case 'not-your-axis':
    case 'structure':
    case 'axis-locked':
    case 'phase':
    case 'plan-final':
    case 'read-only':
  }
  const edits = await keeper.stop()
  await giveUpPlan(plans, projectId, code, { mine: doc, edits, mustTell: code !== 'read-only' })
  return true
}

import { dismissFinding, type Dismissal } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'

import { sessionQuery } from '../../api/session.ts'
import { usePlan } from '../plan/plan-context.ts'

/** Dismisses a finding, or a whole check, with a reason; it is one step of undo. */
export function useDismiss(): (of: Pick<Dismissal, 'check' | 'key' | 'reason'>, said: string) => void {
  const { commands } = usePlan()
  const by = useQuery(sessionQuery).data?.user?.id ?? null
  return ({ check, key, reason }, said) =>
    commands.run({ type: 'dismiss', key: key ?? check }, (plan) => {
      const { at } = commands.trashed()
      dismissFinding(plan, { check, ...(key !== undefined && { key }), reason, by, at })
      return { said, canUndo: true }
    })
}

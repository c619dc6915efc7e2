import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { phaseMessages } from '../phase/messages.ts'
import { usePlan } from '../plan-context.ts'
import { noRights } from './plan-rights.ts'

/** Says what changed when the person's rights change while they are here, and has read anew what goes with them. */
export function useRightsNews(): void {
  const t = useMessages(planMessages)
  const phases = useMessages(phaseMessages)
  const { rights, store, commands, projectId } = usePlan()
  const queries = useQueryClient()
  useEffect(() => {
    let before = rights.current()
    const nameOf = (axis: string) => {
      const { template, numbers } = store.structure()
      const number = numbers.get(axis)
      return number === undefined ? template.labels.axis : `${template.labels.axis} ${number}`
    }
    return rights.subscribe(() => {
      const now = rights.current()
      if (now === before) return
      const then = before
      before = now
      void queries.invalidateQueries({ queryKey: ['project', projectId] })
      // The first ones, or none at all because the page is at its end: what is said elsewhere.
      if (then === noRights || now === noRights) return
      const locked = now.locked.find((axis) => !then.locked.includes(axis))
      const unlocked = then.locked.find((axis) => !now.locked.includes(axis))
      const said = (): string => {
        if (now.phase !== then.phase) return t.rights.phaseNow(phases.names[now.phase])
        if (locked !== undefined) return t.lock.locked(nameOf(locked))
        return unlocked === undefined ? t.rights.changed : t.lock.unlocked(nameOf(unlocked))
      }
      commands.say({ text: said(), canUndo: false })
    })
  }, [rights, store, commands, projectId, queries, t, phases])
}

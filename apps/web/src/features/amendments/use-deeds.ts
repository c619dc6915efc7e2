import type { Amendment, Decision } from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { amendmentsQuery, decide, setSignature, setSupport, withdraw } from '../../api/amendments.ts'
import { useErrorText } from '../../api/error-text.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import { amendmentMessages } from './messages.ts'
import { useAmendmentWords } from './use-amendment-words.ts'

/** What was done last, said at the foot of the page; `undo`: the decision can be taken back from there. */
export type SaidDeed = { text: string; tone: 'plain' | 'danger'; undo?: Amendment }

/** What one does to an amendment. All but `decide` say themselves what went wrong. */
export type Deeds = {
  support: (amendment: Amendment, supports: boolean) => Promise<void>
  sign: (amendment: Amendment, signs: boolean) => Promise<void>
  withdraw: (amendment: Amendment, reason: string) => Promise<boolean>
  /** Rejects when the server refuses: what was written for it stays with whoever wrote it. */
  decide: (amendment: Amendment, decision: Decision) => Promise<void>
  reopen: (amendment: Amendment) => Promise<void>
  improve: (amendment: Amendment) => void
}

export function useDeeds(onImprove: (amendment: Amendment) => void): {
  deeds: Deeds
  said: SaidDeed | null
  say: (said: SaidDeed | null) => void
} {
  const t = useMessages(amendmentMessages)
  const errorText = useErrorText()
  const { fateWords } = useAmendmentWords()
  const { projectId } = usePlan()
  const queries = useQueryClient()
  const [said, say] = useState<SaidDeed | null>(null)
  const { queryKey } = amendmentsQuery(projectId)
  const refresh = () => queries.invalidateQueries({ queryKey })

  async function tried(run: () => Promise<void>): Promise<boolean> {
    try {
      await run()
      return true
    } catch (error) {
      say({ text: errorText(error), tone: 'danger' })
      return false
    } finally {
      await refresh()
    }
  }
  const numberOf = (id: string) =>
    queries.getQueryData(queryKey)?.amendments.find((other) => other.id === id)?.number

  const deeds: Deeds = {
    async support({ id }, supports) {
      await tried(() => setSupport(projectId, id, supports))
    },
    async sign({ id }, signs) {
      await tried(() => setSignature(projectId, id, signs))
    },
    withdraw: ({ id, number }, reason) =>
      tried(async () => {
        await withdraw(projectId, id, reason)
        say({ text: t.act.withdrawn(number), tone: 'plain' })
      }),
    async decide({ id, number }, decision) {
      try {
        const { amendment: decided, others } = await decide(projectId, id, decision)
        const fate = fateWords(decided.fate, numberOf)
        const stale = others.filter(({ standing }) => standing === 'collision' || standing === 'gone')
        const also = stale.length === 0 ? '' : ` ${t.decide.others(stale.map((other) => other.number))}`
        say({ text: t.decide.decided(number, fate) + also, tone: 'plain', undo: decided })
      } finally {
        await refresh()
      }
    },
    async reopen({ id, number, revision }) {
      await tried(async () => {
        const { amendment: reopened } = await decide(projectId, id, { type: 'reopen', revision, reason: '' })
        const { fate } = reopened
        const isPartly = fate.type === 'open' && fate.takenBack !== undefined && fate.takenBack !== 'all'
        say({ text: isPartly ? t.decide.undonePartly(number) : t.decide.undone(number), tone: 'plain' })
      })
    },
    improve: onImprove,
  }
  return { deeds, said, say }
}

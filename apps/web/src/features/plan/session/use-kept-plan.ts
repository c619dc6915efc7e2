import type { ProjectId } from '@concerte/api'
import type { KeptPlan } from '@concerte/sync'
import { useEffect, useState } from 'react'

import { keptPlansOf } from '../../../offline/kept-plans.ts'
import { takeKeptAhead } from '../../../offline/plan-ahead.ts'

/** A device that does not answer is none. */
const patience = 2000

type Read = { round: number; kept: KeptPlan }

/** What the device keeps of a plan, read anew with each `round`; null until it is known. */
export function useKeptPlan(userId: string, projectId: ProjectId, round: number): KeptPlan | null {
  const [{ firstRound, ahead }] = useState(() => ({
    firstRound: round,
    ahead: takeKeptAhead(userId, projectId),
  }))
  const [read, setRead] = useState<Read | null>(() =>
    ahead === null || ahead.kept === null ? null : { round, kept: ahead.kept },
  )
  const isRead = read?.round === round
  useEffect(() => {
    if (isRead) return undefined
    let isCurrent = true
    const reading = round === firstRound ? ahead?.reading : undefined
    void readKept(reading ?? keptPlansOf(userId).read(projectId)).then((kept) => {
      if (isCurrent) setRead({ round, kept })
    })
    return () => {
      isCurrent = false
    }
  }, [userId, projectId, round, isRead, firstRound, ahead])
  return isRead ? read.kept : null
}

async function readKept(reading: Promise<KeptPlan>): Promise<KeptPlan> {
  const nothing: KeptPlan = { state: null, lineage: null, rights: null, version: 0, edits: [] }
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<KeptPlan>((resolve) => {
    timer = setTimeout(resolve, patience, nothing)
  })
  try {
    return await Promise.race([reading, silence])
  } catch (error) {
    reportError(error)
    return nothing
  } finally {
    clearTimeout(timer)
  }
}

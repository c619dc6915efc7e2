import type { ProjectId } from '@concerte/api'
import type { KeptPlan } from '@concerte/sync'
import { useEffect, useState } from 'react'

import type { KeptPlans } from '../../../offline/kept-plans.ts'

/** A device that does not answer is none. */
const patience = 2000

/** What the device keeps of a plan, read anew with each `round`; null until it is known. */
export function useKeptPlan(plans: KeptPlans, projectId: ProjectId, round: number): KeptPlan | null {
  const [read, setRead] = useState<{ round: number; kept: KeptPlan } | null>(null)
  useEffect(() => {
    let isCurrent = true
    void readKept(plans, projectId).then((kept) => {
      if (isCurrent) setRead({ round, kept })
    })
    return () => {
      isCurrent = false
    }
  }, [plans, projectId, round])
  return read?.round === round ? read.kept : null
}

async function readKept(plans: KeptPlans, projectId: ProjectId): Promise<KeptPlan> {
  const nothing: KeptPlan = { state: null, lineage: null, rights: null, version: 0, edits: [] }
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<KeptPlan>((resolve) => {
    timer = setTimeout(resolve, patience, nothing)
  })
  try {
    return await Promise.race([plans.read(projectId), silence])
  } catch (error) {
    reportError(error)
    return nothing
  } finally {
    clearTimeout(timer)
  }
}

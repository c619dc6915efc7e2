import type { ProjectId, User } from '@concerte/api'
import { dialAhead, type KeptPlan, type SocketAhead } from '@concerte/sync'

import { keptPlansOf, type KeptPlans } from './kept-plans.ts'

/** A plan of the device, being read; `kept` once it is. */
export type KeptAhead = { reading: Promise<KeptPlan>; kept: KeptPlan | null }

/*
 * What opening a plan waits for, begun by the first script while the code of the plan's page comes: reading what the device keeps, and
 * dialling the server. Each is taken once; whoever opens the plan later reads and dials anew.
 */
const kept = new Map<KeptPlans, { projectId: ProjectId; ahead: KeptAhead }>()
const sockets = new Map<string, SocketAhead>()

export function openAhead(user: User, projectId: ProjectId): void {
  const plans = keptPlansOf(user.id)
  const ahead: KeptAhead = { reading: plans.read(projectId), kept: null }
  ahead.reading.then(
    (plan) => {
      ahead.kept = plan
    },
    // Told to whoever takes it.
    () => undefined,
  )
  kept.set(plans, { projectId, ahead })
  const url = syncUrl(projectId)
  if (typeof WebSocket === 'function') sockets.set(url, dialAhead(url))
}

export function takeKeptAhead(plans: KeptPlans, projectId: ProjectId): KeptAhead | null {
  const found = kept.get(plans)
  kept.clear()
  return found?.projectId === projectId ? found.ahead : null
}

export function takeSocketAhead(url: string): SocketAhead | null {
  const found = sockets.get(url) ?? null
  sockets.clear()
  return found
}

/** Where a plan is kept the same. */
export function syncUrl(projectId: ProjectId): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/sync/${encodeURIComponent(projectId)}`
}

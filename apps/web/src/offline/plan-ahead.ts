import { dialAhead, type KeptPlan, type SocketAhead } from '@concerte/sync'

import { plansDatabaseOf, type PlansDatabase } from './plans-database.ts'

/** A plan of the device, being read; `kept` once it is. */
export type KeptAhead = { reading: Promise<KeptPlan>; kept: KeptPlan | null }

/*
 * What opening a plan waits for, begun by the first script (app/open-ahead.ts) while the plan and the code of its page come: reading
 * what the device keeps, and dialling the server. Each is taken once; whoever opens the plan later reads and dials anew.
 */
const kept = new Map<PlansDatabase, { projectId: string; ahead: KeptAhead }>()
const sockets = new Map<string, SocketAhead>()

export function openAhead(userId: string, projectId: string): void {
  const database = plansDatabaseOf(userId)
  const ahead: KeptAhead = { reading: database.read(projectId), kept: null }
  ahead.reading.then(
    (plan) => {
      ahead.kept = plan
    },
    // Told to whoever takes it.
    () => undefined,
  )
  kept.set(database, { projectId, ahead })
  const url = syncUrl(projectId)
  if (typeof WebSocket === 'function') sockets.set(url, dialAhead(url))
}

export function takeKeptAhead(userId: string, projectId: string): KeptAhead | null {
  const found = kept.get(plansDatabaseOf(userId))
  kept.clear()
  return found?.projectId === projectId ? found.ahead : null
}

export function takeSocketAhead(url: string): SocketAhead | null {
  const found = sockets.get(url) ?? null
  sockets.clear()
  return found
}

/** Where a plan is kept the same. */
export function syncUrl(projectId: string): string {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return `${scheme}://${location.host}/sync/${encodeURIComponent(projectId)}`
}

import { openStoredPlan } from '../open-stored-plan.ts'
import type { PlanUpdate, UpdateLog } from '../ports.ts'

import * as Y from 'yjs'

export type MemoryLog = UpdateLog & {
  rows: PlanUpdate[]
  /** How many updates each commit had. */
  batches: number[]
  compacted: Map<string, Uint8Array>
  /** Appends wait while `held`, and fail with `failure`. */
  gate: { held: boolean; failure: Error | null }
  release: () => void
}

/** A log in memory whose appends wait until a test lets them through. */
export function createMemoryLog({ held = false }: { held?: boolean } = {}): MemoryLog {
  const rows: PlanUpdate[] = []
  const owners = new Map<string, Map<number, string>>()
  const batches: number[] = []
  const compacted = new Map<string, Uint8Array>()
  const waiting: (() => void)[] = []
  const gate: MemoryLog['gate'] = { held, failure: null }
  /** Rows that a compaction has put away. */
  const trimmed = new Set<PlanUpdate>()

  const load: UpdateLog['load'] = (projectId) =>
    Promise.resolve({
      state: compacted.get(projectId) ?? null,
      updates: rows
        .filter((row) => row.projectId === projectId && !trimmed.has(row))
        .map(({ update }) => update),
      owners: owners.get(projectId) ?? new Map(),
    })
  return {
    rows,
    batches,
    compacted,
    gate,
    load,
    async append(updates) {
      if (gate.held) await new Promise<void>((resolve) => waiting.push(resolve))
      if (gate.failure !== null) throw gate.failure
      batches.push(updates.length)
      rows.push(...updates)
      for (const { projectId, claims } of updates) {
        const known = owners.get(projectId) ?? new Map<number, string>()
        owners.set(projectId, known)
        for (const { clientId, userId } of claims) known.set(clientId, userId)
      }
    },
    async compact(projectId) {
      const { doc, skipped } = openStoredPlan(await load(projectId), () => undefined)
      if (skipped > 0) return
      compacted.set(projectId, Y.encodeStateAsUpdate(doc))
      for (const row of rows) if (row.projectId === projectId) trimmed.add(row)
    },
    release() {
      gate.held = false
      for (const resolve of waiting.splice(0)) resolve()
    },
  }
}

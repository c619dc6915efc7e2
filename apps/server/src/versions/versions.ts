import type { ProjectId, SweepingKind, UserId, VersionKind } from '@concerte/api'
import type { PlanRooms, UpdateLog } from '@concerte/sync'
import { nanoid } from 'nanoid'

import type { Gate } from '../jobs/gate.ts'
import { createTurns } from '../jobs/turns.ts'
import type { NewVersionRecord, VersionRecord, VersionStore } from '../storage/version-port.ts'
import { versionsToLetGo } from './thinning.ts'
import { runVersionJob, type PlanSource, type VersionJobResults } from './version-job.ts'

export type VersionOrder = { projectId: ProjectId; kind: VersionKind; name: string; userId: UserId | null }

/** Makes versions of plans. Those of one plan are made one after another, so that each tells what was done since the one before. */
export type Versions = {
  /** Keeps the plan as it is now. Whoever has it open is told. */
  keep(order: VersionOrder): Promise<VersionRecord>
  /** The same where the plan is not what the newest version holds; else null. */
  keepIfChanged(order: VersionOrder): Promise<VersionRecord | null>
  /** Before something sweeping: the version that holds the plan as it is now, made where there is none. */
  keepBefore(projectId: ProjectId, kind: SweepingKind, userId: UserId | null): Promise<VersionRecord>
  /** A version of the plan as it is now, which the caller adds. */
  prepare(order: VersionOrder): Promise<NewVersionRecord>
  /** What changed from a version to another, or to the plan of now; null where one is not there, or its words were let go. */
  compare(projectId: ProjectId, before: string, after: string): Promise<VersionJobResults['compare'] | null>
  /** Resolves when none is being made. */
  drain(): Promise<void>
}

export function createVersions(options: {
  store: VersionStore
  log: Pick<UpdateLog, 'load'>
  rooms: Pick<PlanRooms, 'tell'>
  gate: Gate
  nowMs: () => number
  reportError: (error: unknown) => void
}): Versions {
  const { store, log, rooms, gate, nowMs, reportError } = options
  const turns = createTurns()

  async function prepare(order: VersionOrder, newest: VersionRecord | null): Promise<NewVersionRecord> {
    const { projectId, kind, name, userId } = order
    const { owners, ...rows } = await log.load(projectId)
    const since = newest === null ? null : await store.content(projectId, newest.id)
    const { content, work } = await gate(() =>
      runVersionJob({ type: 'keep', rows, since: since?.state ?? null, owners }),
    )
    return { id: nanoid(), projectId, kind, name, createdBy: userId, work, content }
  }

  async function make(order: VersionOrder, onlyIfChanged: boolean): Promise<VersionRecord | null> {
    const { projectId } = order
    const newest = await store.newest(projectId)
    const prepared = await prepare(order, newest)
    if (onlyIfChanged && newest?.sha256 === prepared.content.sha256) return null
    const version = await store.add(prepared)
    rooms.tell(projectId, 'versions')
    // What is too old to stay can wait for the next one.
    await thin(projectId).catch(reportError)
    return version
  }

  async function source(projectId: ProjectId, version: string): Promise<PlanSource | null> {
    if (version === 'now') {
      const { state, updates } = await log.load(projectId)
      return { type: 'stored', rows: { state, updates } }
    }
    const content = await store.content(projectId, version)
    return content === null ? null : { type: 'packed', project: content.project }
  }

  async function thin(projectId: ProjectId): Promise<void> {
    const old = versionsToLetGo(await store.list(projectId), nowMs())
    if (old.length > 0) await store.letGo(projectId, old)
  }

  async function keep(order: VersionOrder): Promise<VersionRecord> {
    const version = await make(order, false)
    if (version === null) throw new Error('A version that was asked for is always made')
    return version
  }

  return {
    keep: (order) => turns.take(order.projectId, () => keep(order)),
    keepIfChanged: (order) => turns.take(order.projectId, () => make(order, true)),
    keepBefore: (projectId, kind, userId) =>
      turns.take(projectId, async () => {
        const order = { projectId, kind, name: '', userId }
        return (await make(order, true)) ?? (await store.newest(projectId)) ?? keep(order)
      }),
    prepare: (order) =>
      turns.take(order.projectId, async () => prepare(order, await store.newest(order.projectId))),
    async compare(projectId, before, after) {
      const [former, present] = [await source(projectId, before), await source(projectId, after)]
      if (former === null || present === null) return null
      return gate(() => runVersionJob({ type: 'compare', before: former, after: present }))
    },
    drain: () => turns.drain(),
  }
}

import { projectIdSchema } from '@concerte/api'

import type { ProjectStore } from '../storage/port.ts'
import type { VersionStore } from '../storage/version-port.ts'
import type { Versions } from './versions.ts'

/** Milliseconds. `quiet`: how long nobody has written when a version is kept; `longest`: work without such a pause is kept all the same. */
export type VersionTiming = { quiet: number; longest: number }
export const usualVersionTiming: VersionTiming = { quiet: 10 * 60_000, longest: 60 * 60_000 }

/** Keeps versions by itself: after a burst of work, and at the end of a day in which work goes on. */
export type VersionKeeper = {
  /** Called after every commit: costs a look into a map. */
  see(projectId: string): void
  /** Looks for plans in which work came after the newest version: a server that stopped forgot that it waited. */
  resume(): Promise<void>
  /** Nothing more is kept; what waited is found again by `resume`. */
  close(): void
}

type Burst = { begunAt: number; lastAt: number; callOff: () => void }

export function createVersionKeeper(options: {
  versions: Pick<Versions, 'keepIfChanged'>
  store: Pick<VersionStore, 'newest'>
  projects: Pick<ProjectStore, 'listAll'>
  timing: VersionTiming
  nowMs: () => number
  /** Runs something later, once; returns what calls it off. */
  later: (run: () => void, ms: number) => () => void
  reportError: (error: unknown) => void
}): VersionKeeper {
  const { versions, store, projects, timing, nowMs, later, reportError } = options
  const bursts = new Map<string, Burst>()
  let isClosed = false

  function see(projectId: string): void {
    if (isClosed) return
    const at = nowMs()
    const burst = bursts.get(projectId)
    if (burst !== undefined) {
      // Its timer looks at this when it ends: none is set anew with each commit.
      burst.lastAt = at
      return
    }
    const begun: Burst = { begunAt: at, lastAt: at, callOff: () => undefined }
    bursts.set(projectId, begun)
    wait(projectId, begun)
  }

  function wait(projectId: string, burst: Burst): void {
    burst.callOff = later(() => look(projectId, burst), Math.max(0, due(burst) - nowMs()))
  }

  function due({ begunAt, lastAt }: Burst): number {
    return Math.min(lastAt + timing.quiet, begunAt + timing.longest, endOfDay(begunAt))
  }

  function look(projectId: string, burst: Burst): void {
    const at = nowMs()
    if (at < due(burst)) return wait(projectId, burst)
    bursts.delete(projectId)
    const kind = at >= endOfDay(burst.begunAt) && at < burst.lastAt + timing.quiet ? 'daily' : 'auto'
    const order = { projectId: projectIdSchema.parse(projectId), kind, name: '', userId: null } as const
    versions.keepIfChanged(order).catch(reportError)
  }

  return {
    see,
    async resume() {
      for (const { id, updatedAt } of await projects.listAll()) {
        const newest = await store.newest(id)
        if (newest === null || newest.createdAt < updatedAt) see(id)
      }
    },
    close() {
      isClosed = true
      for (const { callOff } of bursts.values()) callOff()
      bursts.clear()
    },
  }
}

/** The next midnight where the server stands. */
function endOfDay(ms: number): number {
  const date = new Date(ms)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1).getTime()
}

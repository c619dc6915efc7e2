import type { ProjectId } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'

import { ApiError } from '../api-error.ts'

/**
 * Holds a plan still for the moment in which it is sealed, so that nobody slips a word in between.
 * While it is held nobody enters and nothing is edited; what was on its way is written before or not at all: whoever was in it
 * is sent away with «come back later», and brings what was not acknowledged with the rights of afterwards [S6].
 * One server holds its plans in its own memory; several would have to tell each other.
 */
export type Holds = {
  /** Runs `action` while the plan is held. @throws ApiError `unavailable` when it is held already */
  hold<T>(projectId: ProjectId, action: () => Promise<T>): Promise<T>
  isHeld(projectId: string): boolean
  /** Counts the holds of a plan: rights that were given before the last one began are void. */
  count(projectId: string): number
}

/** The rooms with holds: the server's own edits wait for no hold, they are refused (ApiError `unavailable`). */
export function createHolds(rooms: PlanRooms): { holds: Holds; rooms: PlanRooms } {
  const held = new Set<string>()
  const counts = new Map<string, number>()
  const edits = new Map<string, Set<Promise<unknown>>>()

  const holds: Holds = {
    async hold(projectId, action) {
      if (held.has(projectId)) throw new ApiError('unavailable')
      held.add(projectId)
      counts.set(projectId, holds.count(projectId) + 1)
      try {
        rooms.disconnect(projectId, closeCodes.unavailable)
        await Promise.allSettled(edits.get(projectId) ?? new Set<Promise<unknown>>())
        // Of those who were sent away: it resolves when all that was taken of them is in the log.
        await rooms.owners(projectId)
        return await action()
      } finally {
        held.delete(projectId)
      }
    },
    isHeld: (projectId) => held.has(projectId),
    count: (projectId) => counts.get(projectId) ?? 0,
  }

  const edit: PlanRooms['edit'] = async (projectId, ...order) => {
    if (held.has(projectId)) throw new ApiError('unavailable')
    const running = rooms.edit(projectId, ...order)
    const all = edits.get(projectId) ?? new Set()
    edits.set(projectId, all.add(running))
    try {
      return await running
    } finally {
      all.delete(running)
      if (all.size === 0) edits.delete(projectId)
    }
  }

  return { holds, rooms: { ...rooms, edit } }
}

import * as Y from 'yjs'

import { closeCodes, type Closing } from './close-codes.ts'
import { createCommitLoop } from './commit-loop.ts'
import { openStoredPlan } from './open-stored-plan.ts'
import type { Connection, UpdateLog } from './ports.ts'
import { createRoom, type Room, type Session } from './room.ts'

/** All open plans of one server. A plan is in memory while someone is in it or something of it waits to be written. */
export type PlanRooms = {
  /** Joins at once: frames that arrive while the plan loads are taken when it has. */
  join(projectId: string, connection: Connection): Session
  /** The committed plan as one Yjs update. Rejects when the log cannot be read. */
  read(projectId: string): Promise<Uint8Array>
  /** Edits a plan as the server; resolves when the edit is durable and everyone was shown it. */
  edit(projectId: string, userId: string | null, change: (doc: Y.Doc) => void): Promise<void>
  /** Closes the connections of one person in one plan (rights changed). */
  disconnect(projectId: string, userId: string, closing: Closing): void
  /** Sends everyone away with «come back later», writes what waits, compacts, and forgets. */
  close(): Promise<void>
}

export type PlanRoomsPorts = {
  log: UpdateLog
  /** Milliseconds of a clock that never goes back. */
  now?: () => number
  /** Called after every commit with the plan's document, which it must not change. */
  onCommit?: (projectId: string, doc: Y.Doc) => void
  reportError: (error: unknown) => void
}

/** Frames of one connection kept while its plan loads. */
const maxWaitingBytes = 8 * 1024 * 1024

export function createPlanRooms(ports: PlanRoomsPorts): PlanRooms {
  const { log, reportError, now = () => performance.now() } = ports
  const loop = createCommitLoop(log.append)
  const rooms = new Map<string, Promise<Room>>()
  const compactions = new Set<Promise<void>>()

  function open(projectId: string): Promise<Room> {
    const known = rooms.get(projectId)
    if (known !== undefined) return known
    const opened = load(projectId)
    rooms.set(projectId, opened)
    // A failed load is an error for those who wait for it, never an empty plan; the next one tries again.
    opened.catch(() => rooms.delete(projectId))
    return opened
  }

  /** The room of a plan, still in the map when this resolves: one that was released meanwhile is opened again. */
  async function enter(projectId: string): Promise<Room> {
    const opened = open(projectId)
    const room = await opened
    return rooms.get(projectId) === opened ? room : enter(projectId)
  }

  async function load(projectId: string): Promise<Room> {
    const room: Room = createRoom(projectId, await log.load(projectId), {
      log,
      loop,
      now,
      reportError,
      onCommit: (doc) => ports.onCommit?.(projectId, doc),
      onIdle: () => release(projectId, room),
    })
    return room
  }

  function release(projectId: string, room: Room): void {
    if (!room.isIdle || !rooms.delete(projectId)) return
    const compaction = room.compact().catch(reportError)
    compactions.add(compaction)
    void compaction.then(() => compactions.delete(compaction))
  }

  return {
    join(projectId, connection) {
      let session: Session | null = null
      let hasLeft = false
      let waiting: Uint8Array[] = []
      let waitingBytes = 0
      enter(projectId).then(
        (room) => {
          if (hasLeft) return room.isIdle ? release(projectId, room) : undefined
          session = room.join(connection)
          for (const frame of waiting) session.receive(frame)
          waiting = []
        },
        (error: unknown) => {
          reportError(error)
          connection.close(closeCodes.unavailable)
        },
      )
      return {
        receive(frame) {
          if (session !== null) return session.receive(frame)
          waitingBytes += frame.byteLength
          if (waitingBytes > maxWaitingBytes) return connection.close(closeCodes.badMessage)
          waiting.push(frame)
        },
        leave() {
          hasLeft = true
          waiting = []
          session?.leave()
        },
      }
    },

    async read(projectId) {
      const room = await rooms.get(projectId)
      if (room !== undefined && !room.isSpoiled) return Y.encodeStateAsUpdate(room.doc)
      return Y.encodeStateAsUpdate(openStoredPlan(await log.load(projectId), reportError).doc)
    },

    async edit(projectId, userId, change) {
      const room = await enter(projectId)
      const draft = new Y.Doc()
      Y.applyUpdate(draft, Y.encodeStateAsUpdate(room.doc))
      const updates: Uint8Array[] = []
      draft.on('update', (update: Uint8Array) => updates.push(update))
      draft.transact(() => change(draft))
      if (updates.length > 0) await room.submit(userId, Y.mergeUpdates(updates))
      else if (room.isIdle) release(projectId, room)
    },

    disconnect(projectId, userId, closing) {
      rooms.get(projectId)?.then(
        (room) => room.disconnect(closing, userId),
        () => undefined,
      )
    },

    async close() {
      const open = await Promise.allSettled(rooms.values())
      for (const result of open) {
        if (result.status === 'fulfilled') result.value.disconnect(closeCodes.restarting)
      }
      await loop.drain()
      await Promise.all(compactions)
    },
  }
}

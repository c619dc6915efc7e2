import * as Y from 'yjs'

import { closeCodes, type Closing } from './close-codes.ts'
import { createCommitLoop } from './commit-loop.ts'
import { createDrafts } from './drafts.ts'
import { createNewsBoard } from './news-board.ts'
import { openStoredPlan } from './open-stored-plan.ts'
import type { Connection, UpdateLog } from './ports.ts'
import { createRoom } from './room.ts'
import type { Room, Session } from './room-ports.ts'
import type { SyncMeter } from './sync-meter.ts'
import { createTrialLine, type TryOut } from './trials.ts'

/** All open plans of one server. A plan is in memory while someone is in it or something of it waits to be written. */
export type PlanRooms = {
  /** Joins at once: messages that arrive while the plan loads are taken when it has. */
  join(projectId: string, connection: Connection): Session
  /** Joins those who hear what `tell` says, without the plan: it need not be open, and no `projectId` need exist. */
  listen(projectId: string, connection: Connection): Session
  /** The committed plan as one Yjs update. Rejects when the log cannot be read. */
  read(projectId: string): Promise<Uint8Array>
  /** Reads something of the committed plan, without copying it; `read` writes nothing. */
  look<T>(projectId: string, read: (doc: Y.Doc) => T): Promise<T>
  /** [S3] Whose each Yjs client id of a plan is; one that is not here is the server's own. */
  owners(projectId: string): Promise<ReadonlyMap<number, string>>
  /**
   * Edits a plan as the server; resolves to what `change` gave when the edit is durable and everyone was shown it. `writerId`: whose words these
   * are [S3], where that is not `userId`, who had them put in. Rejects, and changes nothing, when `change` throws.
   */
  edit<T>(
    projectId: string,
    userId: string | null,
    change: (doc: Y.Doc) => T,
    writerId?: string | null,
  ): Promise<T>
  /** Closes the connections of a plan, or of one person in it (rights changed). */
  disconnect(projectId: string, closing: Closing, userId?: string): void
  /**
   * Tells those who have the plan open or listen, or one of them, that something beside its document changed (threads,
   * amendments…): `topic` says what, and they ask for it over HTTP. Who is away meanwhile asks anew when they are back. One who
   * is told by name hears it also where they listen to another plan.
   */
  tell(projectId: string, topic: string, userId?: string): void
  /** Sends everyone away with «come back later», writes what waits, compacts, and forgets: plans are opened anew from the log. */
  evict(): Promise<void>
  /** `connections`: those in plans, without listeners. */
  counts(): { rooms: number; connections: number }
}

export type PlanRoomsPorts = {
  log: UpdateLog
  /** Milliseconds of a clock that never goes back. */
  now?: () => number
  /** Runs something later, once; returns what calls it off. */
  later?: (run: () => void, ms: number) => () => void
  /** Called when a plan's document is durable as it is; it must not be changed. `roots`: the root types in which something changed. */
  onCommit?: (projectId: string, doc: Y.Doc, roots: ReadonlySet<string>) => void
  /** Resolves when what has come already was read, so that one commit takes it together. */
  turn?: () => Promise<void>
  reportError: (error: unknown) => void
  meter?: SyncMeter
  /** Without it every update is fine. */
  tryOut?: TryOut
}

/** [S7] Bytes of one connection kept while its plan loads. */
const maxWaitingBytes = 8 * 1024 * 1024

export function createPlanRooms(ports: PlanRoomsPorts): PlanRooms {
  const { log, reportError, meter = {}, now = () => performance.now(), later = timeout } = ports
  const loop = createCommitLoop({
    append: log.append,
    now,
    turn: ports.turn ?? (() => Promise.resolve()),
    report: (commit) => meter.commit?.(commit),
  })
  const drafts = createDrafts(later)
  const board = createNewsBoard({ later, reportError })
  const trials = createTrialLine(ports.tryOut ?? (() => Promise.resolve('fine')))
  const backlog = { bytes: 0 }
  const rooms = new Map<string, Promise<Room>>()
  /** Those that are loaded, for counting. */
  const open = new Set<Room>()
  const compactions = new Set<Promise<void>>()

  /** The room of a plan, still in the map when this resolves: one that was released meanwhile is opened again. */
  async function enter(projectId: string): Promise<Room> {
    const opened = rooms.get(projectId) ?? load(projectId)
    const room = await opened
    return rooms.get(projectId) === opened ? room : enter(projectId)
  }

  function load(projectId: string): Promise<Room> {
    const loading = loadRoom(projectId)
    rooms.set(projectId, loading)
    // A failed load is an error for those who wait for it, never an empty plan; the next one tries again.
    loading.catch(() => rooms.delete(projectId))
    return loading
  }

  async function loadRoom(projectId: string): Promise<Room> {
    const forget = (): void => {
      drafts.drop(room)
      if (open.delete(room)) rooms.delete(projectId)
    }
    const room: Room = createRoom(projectId, await log.load(projectId), {
      log,
      loop,
      trials,
      now,
      later,
      reportError,
      meter,
      backlog,
      onCommit(doc, roots) {
        board.noteEdit(projectId)
        ports.onCommit?.(projectId, doc, roots)
      },
      onIdle: () => release(room, forget),
      onSpoiled: forget,
    })
    open.add(room)
    return room
  }

  function release(room: Room, forget: () => void): void {
    if (!open.has(room)) return
    forget()
    const compaction = room.compact().catch(reportError)
    compactions.add(compaction)
    void compaction.then(() => compactions.delete(compaction))
  }

  /** Something to do in a room that may be left empty by it: it is released like one that people left. */
  async function visit<T>(projectId: string, action: (room: Room) => Promise<T>): Promise<T> {
    const room = await enter(projectId)
    try {
      return await action(room)
    } finally {
      room.releaseWhenIdle()
    }
  }

  async function look<T>(projectId: string, read: (doc: Y.Doc) => T): Promise<T> {
    // Nobody need be in it: reading does not open a room.
    if (!rooms.has(projectId)) return read(openStoredPlan(await log.load(projectId), reportError).doc)
    return visit(projectId, async (room) => {
      const found = read(room.doc)
      await room.settled()
      return found
    })
  }

  async function evict(): Promise<void> {
    board.close(closeCodes.restarting)
    for (const result of await Promise.allSettled(rooms.values())) {
      if (result.status === 'fulfilled') result.value.disconnect(closeCodes.restarting)
    }
    // Of those who had left before: what they typed just then counts.
    await trials.drain()
    await loop.drain()
    await Promise.all(compactions)
  }

  return {
    join(projectId, connection) {
      let session: Session | null = null
      let hasLeft = false
      let waiting: Uint8Array[] = []
      let waitingBytes = 0
      enter(projectId).then(
        (room) => {
          if (hasLeft) return room.releaseWhenIdle()
          session = room.join(connection)
          for (const message of waiting) session.receive(message)
          waiting = []
        },
        (error: unknown) => {
          reportError(error)
          connection.close(closeCodes.unavailable)
        },
      )
      return {
        receive(message) {
          if (session !== null) return session.receive(message)
          waitingBytes += message.byteLength
          if (waitingBytes > maxWaitingBytes) return connection.close(closeCodes.badMessage)
          waiting.push(message)
        },
        leave() {
          hasLeft = true
          waiting = []
          session?.leave()
        },
      }
    },

    listen: (projectId, connection) => board.join(projectId, connection),

    read: (projectId) => look(projectId, (doc) => Y.encodeStateAsUpdate(doc)),
    look,

    async owners(projectId) {
      if (!rooms.has(projectId)) return (await log.load(projectId)).owners
      return visit(projectId, async (room) => {
        const owners = new Map(room.owners)
        await room.settled()
        return owners
      })
    },

    edit: (projectId, userId, change, writerId = userId) =>
      visit(projectId, async (room) => {
        const { result, update } = drafts.edit(room, change)
        if (update !== null) await room.submit({ userId, writerId }, update)
        return result
      }),

    disconnect(projectId, closing, userId) {
      board.disconnect(projectId, closing, userId)
      rooms.get(projectId)?.then(
        (room) => room.disconnect(closing, userId),
        () => undefined,
      )
    },

    tell(projectId, topic, userId) {
      board.tell(projectId, topic, userId)
      rooms.get(projectId)?.then(
        (room) => room.tell(topic, userId),
        () => undefined,
      )
    },

    evict,
    counts() {
      let connections = 0
      for (const room of open) connections += room.connections
      return { rooms: open.size, connections }
    },
  }
}

function timeout(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

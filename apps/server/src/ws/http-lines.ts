import { closeCodes, type PlanRooms } from '@concerte/sync'
import { nanoid } from 'nanoid'

import type { Log } from '../log.ts'
import type { Door, Entry } from './enter-plan.ts'
import { createHttpLine, type HttpLine } from './http-line.ts'
import type { LineTiming } from './line-timing.ts'
import type { OpenSockets } from './open-sockets.ts'

/** The lines over HTTP, by ids that nobody can guess. */
export type HttpLines = {
  /** Null when the session has too many. */
  open: (entry: Entered, onEnd: () => void) => string | null
  /** Null for a line that is not of this session and plan, or that has long been over. */
  find: (key: { id: string; sessionId: string; projectId: string }) => HttpLine | null
}

type Entered = Extract<Entry, { type: 'open' }>

/** [S7] Lines of one session that are open at once: tabs, and some that were just left. */
const maxPerSession = 20
/** How long a line that is over is kept for its client to learn why. */
const toldMs = 60_000

export function createHttpLines(options: {
  door: Pick<Door, 'recheck'>
  rooms: Pick<PlanRooms, 'join'>
  sockets: OpenSockets
  timing: LineTiming
  log: Log
}): HttpLines {
  const { door, rooms, sockets, timing, log } = options
  const lines = new Map<string, { line: HttpLine; sessionId: string; projectId: string }>()

  function countOf(sessionId: string): number {
    const open = [...lines.values()].filter(({ line }) => line.closing === null)
    return open.filter((known) => known.sessionId === sessionId).length
  }

  return {
    open(entry, onEnd) {
      const { user, sessionId, projectId, access } = entry
      if (countOf(sessionId) >= maxPerSession) return null
      const id = nanoid()
      const socket = { close: (code: number, reason: string) => line.end({ code, reason }) }
      const line = createHttpLine({
        user,
        access,
        timing,
        onEnd() {
          onEnd()
          sockets.remove(sessionId, socket)
          setTimeout(() => lines.delete(id), toldMs).unref()
        },
      })
      lines.set(id, { line, sessionId, projectId })
      sockets.add(sessionId, socket)
      line.hand(rooms.join(projectId, line.connection))
      door.recheck(entry).then(
        (closing) => closing !== null && line.end(closing),
        (error: unknown) => {
          log.error('line-check-failed', {}, error)
          line.end(closeCodes.unavailable)
        },
      )
      return id
    },

    find({ id, sessionId, projectId }) {
      const known = lines.get(id)
      return known?.sessionId === sessionId && known.projectId === projectId ? known.line : null
    },
  }
}

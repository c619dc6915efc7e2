import { closeCodes, type PlanRooms } from '@concerte/sync'
import { upgradeWebSocket } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { Socket } from 'node:net'
import { WebSocket } from 'ws'

import { ApiError } from '../api-error.ts'
import type { AppEnv } from '../http/api.ts'
import type { Log } from '../log.ts'
import { toConnection } from './connection.ts'
import type { Door } from './enter-plan.ts'
import type { OpenSockets } from './open-sockets.ts'
import { receiveMessage } from './receive-message.ts'

/** [S7] Lines of one session that are open at once: many tabs, and some that were just left. */
const maxPerSession = 100

/**
 * /sync/:projectId, in the wire format of y-websocket. Who may not enter is let in and sent away with a close code:
 * a refused handshake tells a browser's code nothing, and a stock client would knock for ever.
 */
export function planSocket(options: {
  door: Door
  rooms: Pick<PlanRooms, 'join'>
  sockets: OpenSockets
  log: Log
}): MiddlewareHandler<AppEnv> {
  const { door, rooms, sockets, log } = options

  return upgradeWebSocket(async (c) => {
    const entry = await door.enter(c.req.raw.headers, c.req.param('projectId'))
    if (entry.type === 'open' && sockets.count(entry.sessionId) >= maxPerSession) {
      throw new ApiError('too-many-attempts')
    }
    const wire = asWire(c.env.incoming?.socket)
    let session: ReturnType<PlanRooms['join']> | null = null

    return {
      onOpen(_event, { raw }) {
        const socket = asSocket(raw)
        if (entry.type === 'refused') return socket.close(entry.because.code, entry.because.reason)
        sockets.add(entry.sessionId, socket)
        session = rooms.join(entry.projectId, toConnection(socket, wire, entry.user, entry.access))
        // Past Hono, which makes an event of each message.
        socket.on('message', (data, isBinary) => receiveMessage(socket, session, data, isBinary))
        door.recheck(entry).then(
          (closing) => closing !== null && socket.close(closing.code, closing.reason),
          (error: unknown) => {
            log.error('socket-check-failed', {}, error)
            socket.close(closeCodes.unavailable.code, closeCodes.unavailable.reason)
          },
        )
      },
      onClose(_event, { raw }) {
        session?.leave()
        session = null
        if (entry.type === 'open') sockets.remove(entry.sessionId, asSocket(raw))
      },
      onError(event) {
        log.debug('socket-error', { type: event.type })
      },
    }
  })
}

function asSocket(raw: unknown): WebSocket {
  if (!(raw instanceof WebSocket)) throw new TypeError('The node server upgrades with ws')
  return raw
}

function asWire(socket: unknown): Socket {
  if (!(socket instanceof Socket)) throw new TypeError('The node server upgrades TCP sockets')
  return socket
}

import { projectIdSchema, type ProjectId, type Role, type User } from '@concerte/api'
import { closeCodes, type Closing, type PlanRooms } from '@concerte/sync'
import { upgradeWebSocket } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'
import { WebSocket } from 'ws'

import type { Accounts } from '../accounts/accounts.ts'
import type { Access } from '../http/access.ts'
import type { AppEnv } from '../http/api.ts'
import type { Log } from '../log.ts'
import type { ProjectStore } from '../storage/port.ts'
import { toConnection } from './connection.ts'
import type { OpenSockets } from './open-sockets.ts'
import { receiveMessage } from './receive-message.ts'

type Entry = { type: 'open'; user: User; sessionId: string; projectId: ProjectId; role: Role }
type Refusal = { type: 'refused'; because: Closing }

/**
 * /sync/:projectId, in the wire format of y-websocket. Who may not enter is let in and sent away with a close code:
 * a refused handshake tells a browser's code nothing, and a stock client would knock for ever.
 */
export function planSocket(options: {
  accounts: Pick<Accounts, 'identify'>
  access: Pick<Access, 'roleOf'>
  projects: Pick<ProjectStore, 'find'>
  rooms: Pick<PlanRooms, 'join'>
  sockets: OpenSockets
  log: Log
}): MiddlewareHandler<AppEnv> {
  const { accounts, access, projects, rooms, sockets, log } = options

  async function enter(headers: Headers, id: string | undefined): Promise<Entry | Refusal> {
    const identity = await accounts.identify(headers)
    if (identity === null) return { type: 'refused', because: closeCodes.signedOut }
    const projectId = projectIdSchema.safeParse(id)
    const role = projectId.success ? await access.roleOf(identity.user, projectId.data) : null
    const project = projectId.success && role !== null ? await projects.find(projectId.data) : null
    if (role === null || project === null) return { type: 'refused', because: closeCodes.forbidden }
    return { type: 'open', ...identity, projectId: project.id, role }
  }

  /** The role may have changed between reading it and joining, when there was no connection yet to be ended. */
  async function checkAgain({ user, projectId, role }: Entry, socket: WebSocket): Promise<void> {
    const now = await access.roleOf(user, projectId)
    if (now === role) return
    const { code, reason } = now === null ? closeCodes.forbidden : closeCodes.roleChanged
    socket.close(code, reason)
  }

  return upgradeWebSocket(async (c) => {
    const entry = await enter(c.req.raw.headers, c.req.param('projectId'))
    let session: ReturnType<PlanRooms['join']> | null = null

    return {
      onOpen(_event, { raw }) {
        const socket = asSocket(raw)
        if (entry.type === 'refused') return socket.close(entry.because.code, entry.because.reason)
        sockets.add(entry.sessionId, socket)
        session = rooms.join(entry.projectId, toConnection(socket, entry.user, entry.role))
        checkAgain(entry, socket).catch((error: unknown) => {
          log.error('socket-check-failed', {}, error)
          socket.close(closeCodes.restarting.code, closeCodes.restarting.reason)
        })
      },
      onMessage({ data }, { raw }) {
        receiveMessage(asSocket(raw), session, data)
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

import type { Role, User } from '@concerte/api'
import { closeCodes, type Connection } from '@concerte/sync'

import { hasRole } from '../http/access.ts'
import { toIdentity } from './identity.ts'

/** What is needed of a socket of ws. `bufferedAmount`: bytes that were sent and have not left yet. */
export type ConnectionSocket = {
  readonly readyState: number
  readonly OPEN: number
  readonly bufferedAmount: number
  send: (data: Uint8Array) => void
  close: (code: number, reason: string) => void
}

/** Bytes that may wait for a slow reader before it is cut; it comes back and takes the whole plan again. */
const maxBuffered = 16 * 1024 * 1024

/** A person's socket as the rooms see it. */
export function toConnection(
  socket: ConnectionSocket,
  user: Pick<User, 'id' | 'name'>,
  role: Role,
): Connection {
  return {
    identity: toIdentity(user),
    canWrite: hasRole(role, 'editor'),
    send(message) {
      // Closing takes a moment, in which a slow reader must not be sent more.
      if (socket.readyState !== socket.OPEN) return
      socket.send(message)
      if (socket.bufferedAmount > maxBuffered)
        socket.close(closeCodes.tooSlow.code, closeCodes.tooSlow.reason)
    },
    close: ({ code, reason }) => socket.close(code, reason),
  }
}

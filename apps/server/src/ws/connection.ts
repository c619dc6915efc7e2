import type { User } from '@concerte/api'
import { closeCodes, type Access, type Connection } from '@concerte/sync'

import { toIdentity } from './identity.ts'

/** What is needed of a socket of ws. */
export type ConnectionSocket = {
  readonly readyState: number
  readonly OPEN: number
  pause: () => void
  resume: () => void
  close: (code: number, reason: string) => void
}

/** What is needed of the TCP socket under it. `writableLength`: bytes that were written and have not left yet. */
export type WireSocket = { readonly writableLength: number; write: (bytes: Uint8Array) => unknown }

/** [S7] Bytes that may wait for a slow reader before it is cut; it comes back and takes the whole plan again. */
const maxBuffered = 1024 * 1024

/**
 * A person's socket as the rooms see it. Frames come whole and unmasked, as RFC 6455 wants them of a server, so they
 * are written to the wire as they are: ws would make a header and a write of each, for each client. Between two
 * messages of its own ws has nothing half written there, since nothing is compressed.
 */
export function toConnection(
  socket: ConnectionSocket,
  wire: WireSocket,
  user: Pick<User, 'id' | 'name'>,
  access: Access,
): Connection {
  /** Bytes of the longest write: a whole plan, which must not count against who reads it. */
  let longest = 0
  return {
    identity: toIdentity(user),
    access,
    send(frames) {
      // Closing takes a moment, in which a slow reader must not be sent more.
      if (socket.readyState !== socket.OPEN) return
      if (wire.writableLength > maxBuffered + longest) {
        return socket.close(closeCodes.tooSlow.code, closeCodes.tooSlow.reason)
      }
      longest = Math.max(longest, frames.byteLength)
      wire.write(frames)
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: ({ code, reason }) => socket.close(code, reason),
  }
}

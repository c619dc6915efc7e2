import { closeCodes, type Session } from '@concerte/sync'
import type { RawData } from 'ws'

/** What is needed of a socket of ws. */
type ReceivingSocket = {
  readonly readyState: number
  readonly OPEN: number
  close: (code: number, reason: string) => void
}

/** Hands a message of a socket to the room. */
export function receiveMessage(
  socket: ReceivingSocket,
  session: Pick<Session, 'receive'> | null,
  data: RawData,
  isBinary: boolean,
): void {
  // What was sent before the other end learns that it is being sent away: answering it would only cost.
  if (socket.readyState !== socket.OPEN) return
  if (isBinary && data instanceof Uint8Array) session?.receive(data)
  else socket.close(closeCodes.badMessage.code, closeCodes.badMessage.reason)
}

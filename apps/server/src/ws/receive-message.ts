import { closeCodes, type Session } from '@concerte/sync'

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
  data: unknown,
): void {
  // What was sent before the other end learns that it is being sent away: answering it would only cost.
  if (socket.readyState !== socket.OPEN) return
  if (data instanceof ArrayBuffer) session?.receive(new Uint8Array(data))
  else socket.close(closeCodes.badMessage.code, closeCodes.badMessage.reason)
}

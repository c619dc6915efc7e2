import { encodeMessage } from '../messages.ts'
import { decodeKnown } from './decode-known.ts'
import type { Dial } from './line.ts'
import type { SocketAhead } from './socket-ahead.ts'

/** Lines over a WebSocket; the first over the one that was dialled ahead, if there is one. */
export function createSocketDial(
  url: string,
  Socket: typeof WebSocket,
  socketAhead: SocketAhead | null = null,
): Dial {
  return ({ open, message, closed }) => {
    let isOver = false
    const ahead = socketAhead?.take() ?? null
    const socket = ahead?.socket ?? new Socket(url)
    socket.binaryType = 'arraybuffer'
    const hear = (data: unknown) => {
      if (isOver || !(data instanceof ArrayBuffer)) return
      const known = decodeKnown(new Uint8Array(data))
      if (known !== null) message(known)
    }
    if (ahead !== null && socket.readyState === Socket.OPEN) {
      // Not before the line is there to be spoken on.
      queueMicrotask(() => {
        if (!isOver) open()
        for (const data of ahead.heard) hear(data)
      })
    }
    socket.addEventListener('open', () => {
      if (!isOver) open()
    })
    socket.addEventListener('message', ({ data }) => hear(data))
    socket.addEventListener('close', ({ code }) => {
      if (isOver) return
      isOver = true
      closed(code)
    })
    // A failed attempt also ends in `close`, where it is dealt with.
    socket.addEventListener('error', () => undefined)
    return {
      send(message) {
        if (socket.readyState === Socket.OPEN) socket.send(encodeMessage(message))
      },
      close() {
        isOver = true
        socket.close()
      },
    }
  }
}

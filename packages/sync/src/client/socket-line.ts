import { encodeMessage } from '../messages.ts'
import { decodeKnown } from './decode-known.ts'
import type { Dial } from './line.ts'

/** Lines over a WebSocket. */
export function createSocketDial(url: string, Socket: typeof WebSocket): Dial {
  return ({ open, message, closed }) => {
    let isOver = false
    const socket = new Socket(url)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => {
      if (!isOver) open()
    })
    socket.addEventListener('message', (event) => {
      const data: unknown = event.data
      if (isOver || !(data instanceof ArrayBuffer)) return
      const known = decodeKnown(new Uint8Array(data))
      if (known !== null) message(known)
    })
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

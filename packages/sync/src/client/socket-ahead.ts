/** A WebSocket that was dialled before there was a client to speak on it: what it hears meanwhile is kept. */
export type SocketAhead = {
  /** The socket, once, if it is still one; who takes it hears what it heard. */
  take: () => { socket: WebSocket; heard: readonly unknown[] } | null
}

/** Longer than any page takes to come; a socket that nobody takes is closed then. */
const patience = 20_000

/** Dials at once. */
export function dialAhead(url: string, Socket: typeof WebSocket = WebSocket): SocketAhead {
  const socket = new Socket(url)
  socket.binaryType = 'arraybuffer'
  const heard: unknown[] = []
  const hear = ({ data }: MessageEvent) => {
    heard.push(data)
  }
  socket.addEventListener('message', hear)
  // A failed attempt also ends in `close`: the client dials anew then.
  socket.addEventListener('error', () => undefined)
  let isTaken = false
  const timer = setTimeout(() => {
    isTaken = true
    socket.close()
  }, patience)
  return {
    take() {
      if (isTaken) return null
      isTaken = true
      clearTimeout(timer)
      socket.removeEventListener('message', hear)
      return socket.readyState > Socket.OPEN ? null : { socket, heard }
    },
  }
}

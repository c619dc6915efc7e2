/** What is needed of a socket of ws. */
export type HeartbeatSocket = {
  ping: () => void
  terminate: () => void
  once: (event: 'pong', listener: () => void) => unknown
}

/** Pings every client each `everyMs` and cuts those that did not answer the ping before. Returns what stops it. */
export function startHeartbeat(server: { clients: Set<HeartbeatSocket> }, everyMs: number): () => void {
  const silent = new WeakSet<HeartbeatSocket>()
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      // terminate, not close: a dead peer would not answer the closing handshake either.
      if (silent.has(socket)) socket.terminate()
      else {
        silent.add(socket)
        socket.once('pong', () => silent.delete(socket))
        socket.ping()
      }
    }
  }, everyMs)
  return () => clearInterval(timer)
}

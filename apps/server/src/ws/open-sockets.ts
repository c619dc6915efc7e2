import { closeCodes } from '@concerte/sync'

/** A WebSocket of ws, or a line over HTTP. */
type OpenSocket = { close: (code: number, reason: string) => void }

/** The open sockets by the session that opened them, so that signing out ends them. */
export type OpenSockets = {
  add(sessionId: string, socket: OpenSocket): void
  remove(sessionId: string, socket: OpenSocket): void
  closeSession(sessionId: string): void
  count(sessionId: string): number
}

export function createOpenSockets(): OpenSockets {
  const bySession = new Map<string, Set<OpenSocket>>()
  return {
    add(sessionId, socket) {
      const sockets = bySession.get(sessionId) ?? new Set()
      bySession.set(sessionId, sockets.add(socket))
    },
    remove(sessionId, socket) {
      const sockets = bySession.get(sessionId)
      sockets?.delete(socket)
      if (sockets?.size === 0) bySession.delete(sessionId)
    },
    closeSession(sessionId) {
      const { code, reason } = closeCodes.signedOut
      for (const socket of bySession.get(sessionId) ?? []) socket.close(code, reason)
    },
    count: (sessionId) => bySession.get(sessionId)?.size ?? 0,
  }
}

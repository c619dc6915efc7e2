import { closeCodes } from '@concerte/sync'
import type { WebSocket } from 'ws'

/** The open sockets by the session that opened them, so that signing out ends them. */
export type OpenSockets = {
  add(sessionId: string, socket: WebSocket): void
  remove(sessionId: string, socket: WebSocket): void
  closeSession(sessionId: string): void
}

export function createOpenSockets(): OpenSockets {
  const bySession = new Map<string, Set<WebSocket>>()
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
  }
}

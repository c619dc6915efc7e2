import type { Message } from '../messages.ts'

/** One channel to the server, whatever carries it. */
export type Line = { send: (message: Message) => void; close: () => void }

export type LineHandlers = {
  /** From here on `send` may be called. */
  open: () => void
  message: (message: Message) => void
  /** It ended without `close`; `code` is the server's close code, `brokenCode` where none came. */
  closed: (code: number) => void
}

/** Begins a line. No handler is called before this returns, nor after `closed` or `close`. */
export type Dial = (handlers: LineHandlers) => Line

export type LineKind = 'socket' | 'http'

/** How lines can be dialled here; null where the browser, or the network's owner, has no such thing. */
export type Dials = Record<LineKind, Dial | null>

/** What a WebSocket calls an end without a closing handshake. */
export const brokenCode = 1006

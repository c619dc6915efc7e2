import { createHttpDial } from './http-line.ts'
import type { Dials } from './line.ts'
import type { SocketAhead } from './socket-ahead.ts'
import { createSocketDial } from './socket-line.ts'
import type { Waits } from './waits.ts'

export type DialOptions = {
  /** `ws(s)://host/path` */
  url: string
  /** A socket to the same `url` that was dialled before, to speak on first. */
  socketAhead?: SocketAhead | null
  /** For other runtimes and tests. */
  webSocket?: typeof WebSocket
  fetch?: typeof fetch
}

/** What this runtime has, or was given. */
export function dialsOf({ url, ...given }: DialOptions, waits: Waits): Dials {
  const Socket = given.webSocket ?? globalThis.WebSocket
  const fetch = given.fetch ?? globalThis.fetch
  // In older browsers these are undefined, whatever their types say.
  return {
    socket: typeof Socket === 'function' ? createSocketDial(url, Socket, given.socketAhead) : null,
    http:
      typeof fetch === 'function' ? createHttpDial({ url: url.replace(/^ws/, 'http'), fetch, waits }) : null,
  }
}

import { protocolVersion } from '../messages.ts'
import { dialsOf, type DialOptions } from './dials-of.ts'
import { keepLine, type LineKeeper } from './keep-line.ts'
import type { Dials } from './line.ts'
import { usualWaits, type Waits } from './waits.ts'

/** Hears what changes beside a plan's document, without the document. */
export type NewsLine = {
  /** Whether the server would be heard now; where it is not, one must look for oneself. */
  readonly isHeard: boolean
  /** Tells of every change of `isHeard`. */
  subscribe(listener: () => void): () => void
  close(): void
}

export function createNewsLine(
  options: DialOptions & {
    /** The topic, or `null` after every gap: what was told while no line was there is not known. */
    onNews: (topic: string | null) => void
    /** Fires `offline` when the network goes and `online` when it is back: the browser's window. */
    network?: EventTarget
    dials?: Dials
    waits?: Partial<Waits>
    random?: () => number
  },
): NewsLine {
  const { onNews, network, random = Math.random } = options
  const waits = { ...usualWaits, ...options.waits }
  const dials = options.dials ?? dialsOf(options, waits)
  const listeners = new Set<() => void>()
  let isHeard = false
  let keeper: LineKeeper | null = null

  function hear(next: boolean): void {
    if (next === isHeard) return
    isHeard = next
    for (const listener of listeners) listener()
  }

  if (dials.socket !== null || dials.http !== null) {
    keeper = keepLine({
      dials,
      waits,
      network,
      random,
      events: {
        dialled: () => undefined,
        greeting: () => [{ type: 'askSaved', version: protocolVersion }],
        taken: () => undefined,
        message(message) {
          if (message.type === 'news') onNews(message.topic)
          if (message.type !== 'access') return
          hear(true)
          onNews(null)
        },
        lost(code) {
          // Not to come back: signed out, no longer of the plan, or of another version than the server.
          if (code >= 4400 && code < 4500) keeper?.stop()
          hear(false)
        },
      },
    })
  }

  return {
    get isHeard() {
      return isHeard
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      keeper?.stop()
    },
  }
}

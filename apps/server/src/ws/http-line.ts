// One closure over one line: what waits to go out, what is taken in and how it ends decide each other.
import type { User } from '@concerte/api'
import {
  closeCodes,
  closedFrame,
  joinFrames,
  MessageError,
  quietFrame,
  splitFrames,
  type Access,
  type Closing,
  type Connection,
  type Session,
} from '@concerte/sync'

import type { LineTiming } from './line-timing.ts'
import { maxMessage } from './max-message.ts'
import { toIdentity } from './identity.ts'

/**
 * A line to a plan over HTTP: frames wait here for the next answer, and come in by numbered requests. Nothing is ever
 * said twice: a request that comes again, or out of order, ends the line, and its client begins another.
 */
export type HttpLine = {
  /** As the rooms see it. */
  readonly connection: Connection
  /** Why it is over; null while it goes on. */
  readonly closing: Closing | null
  /** What comes in from here on goes to this session, which is left when the line ends. */
  hand: (session: Session) => void
  /** Request `n` up, counted from 1. Resolves when it was taken in and more may come. */
  receive: (n: number, body: Uint8Array) => Promise<void>
  /** What waits, as soon as something does, else the quiet frame; null when the line is over and that was told. Request `n`, counted from 1. */
  poll: (n: number) => Promise<Uint8Array | null>
  /**
   * The same without end, as fast as it is read; null when one was asked for before. `giveUp` is called when the line is
   * over and nobody reads that.
   */
  stream: (giveUp: () => void) => ReadableStream<Uint8Array<ArrayBuffer>> | null
  end: (closing: Closing) => void
}

/** [S7] Bytes that may wait for a slow reader before it is cut; it comes back and takes the whole plan again. */
const maxWaiting = 4 * 1024 * 1024
/** How long the end of a line waits to be read from its stream, in ms. */
const lastWordMs = 10_000

export function createHttpLine(options: {
  user: Pick<User, 'id' | 'name'>
  access: Access
  timing: LineTiming
  /** Called once, when the line is over; how it ended may still have to be told. */
  onEnd: () => void
}): HttpLine {
  const { user, access, timing, onEnd } = options
  let session: Session | null = null
  let closing: Closing | null = null
  let waiting: Uint8Array[] = [quietFrame]
  let waitingBytes = 0
  /** Bytes of the longest write: a whole plan, which must not count against who reads it. */
  let longest = 0
  let wake: (() => void) | null = null
  let isPaused = false
  let goOn: (() => void) | null = null
  /** Runs once the line is over. */
  let onLastWord: (() => void) | null = null
  const up = { count: 0, isBusy: false }
  const down = { count: 0, isBusy: false }
  const idle = setTimeout(() => end(closeCodes.unavailable), timing.idleMs).unref()

  function put(frames: Uint8Array): void {
    waiting.push(frames)
    waitingBytes += frames.byteLength
    wake?.()
  }

  function end(because: Closing): void {
    if (closing !== null) return
    closing = because
    clearTimeout(idle)
    if (because === closeCodes.tooSlow) waiting = []
    put(closedFrame(because.code))
    goOn?.()
    session?.leave()
    onLastWord?.()
    onEnd()
  }

  /** Whether request `n` is the one that must come now; if not, the line is over. */
  function takes(way: typeof up, n: number): boolean {
    if (closing !== null) return false
    idle.refresh()
    if (way.isBusy || n !== way.count + 1) {
      end(closeCodes.unavailable)
      return false
    }
    way.count = n
    return true
  }

  async function next(waitMs: number): Promise<Uint8Array | null> {
    if (waiting.length === 0 && closing === null) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      wake = null
    }
    if (waiting.length === 0) return closing === null ? quietFrame : null
    waitingBytes = 0
    return joinFrames(waiting.splice(0))
  }

  async function mayGoOn(): Promise<void> {
    if (!isPaused || closing !== null) return
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
    goOn = null
  }

  async function take(messages: readonly Uint8Array[]): Promise<void> {
    for (const message of messages) {
      session?.receive(message)
      await mayGoOn()
      if (closing !== null) return
    }
  }

  return {
    connection: {
      identity: toIdentity(user),
      access,
      send(frames) {
        if (closing !== null) return
        if (waitingBytes > maxWaiting + longest) return end(closeCodes.tooSlow)
        longest = Math.max(longest, frames.byteLength)
        put(frames)
      },
      pause() {
        isPaused = true
      },
      resume() {
        isPaused = false
        goOn?.()
      },
      close: end,
    },
    get closing() {
      return closing
    },
    hand(given) {
      session = given
      if (closing !== null) given.leave()
    },
    async receive(n, body) {
      if (!takes(up, n)) return
      up.isBusy = true
      const messages = split(body)
      if (messages === null) return end(closeCodes.badMessage)
      await take(messages)
      up.isBusy = false
      idle.refresh()
    },
    async poll(n) {
      if (closing === null && takes(down, n)) down.isBusy = true
      const bytes = await next(timing.pollMs)
      down.isBusy = false
      if (closing === null) idle.refresh()
      return bytes
    },
    stream(giveUp) {
      if (!takes(down, 1)) return null
      down.isBusy = true
      let lastWord: ReturnType<typeof setTimeout> | undefined
      onLastWord = () => {
        lastWord = setTimeout(giveUp, lastWordMs).unref()
      }
      return new ReadableStream(
        {
          async pull(controller) {
            const bytes = await next(timing.quietMs)
            if (bytes !== null) return controller.enqueue(Uint8Array.from(bytes))
            clearTimeout(lastWord)
            controller.close()
          },
          cancel() {
            end(closeCodes.unavailable)
            clearTimeout(lastWord)
          },
        },
        // Asked for more only when the network has taken what came before: what waits meanwhile is counted here.
        { highWaterMark: 0 },
      )
    },
    end,
  }
}

/** Null for anything but whole frames. [S5] */
function split(body: Uint8Array): Uint8Array[] | null {
  try {
    const { messages, rest } = splitFrames(body, maxMessage)
    return rest.byteLength === 0 ? messages : null
  } catch (error) {
    if (error instanceof MessageError) return null
    throw error
  }
}

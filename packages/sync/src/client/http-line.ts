import { z } from 'zod'

import { encodeFrame, joinFrames, splitFrames } from '../frames.ts'
import { MessageError } from '../messages.ts'
import { decodeKnown } from './decode-known.ts'
import { createHttpUp } from './http-up.ts'
import { brokenCode, type Dial, type LineHandlers } from './line.ts'
import type { Waits } from './waits.ts'

/*
 * Lines over HTTP, for networks that refuse WebSockets: the same messages, framed, in bodies. Down: one endless answer,
 * or, where something on the way holds answers back until they end, one answer after another. Up: one request at a
 * time, each with what was said since the last. Every request is numbered, so that one which a proxy or a browser
 * sends twice ends the line. Nothing is tried again here: whatever fails ends the line, and the next one heals.
 */

export type HttpDialOptions = {
  /** `http(s)://host/sync/<project id>` */
  url: string
  fetch: typeof fetch
  waits: Pick<Waits, 'stream' | 'answer' | 'ping'>
}

/** The header of a refusal that says what a WebSocket would be closed with. */
export const closeCodeHeader = 'sync-close'
/** A whole plan comes as one frame. */
const maxFrame = 1024 * 1024 * 1024

const openedSchema = z.object({ id: z.string().regex(/^[\w-]+$/) })

export function createHttpDial({ url, fetch, waits }: HttpDialOptions): Dial {
  // Learnt once a page: the next line need not wait again for a byte that does not come.
  let isHeldBack = false

  /** The server would learn it by itself, a minute later. */
  function hangUp(opened: string): void {
    fetch(opened, { method: 'DELETE', credentials: 'same-origin' }).catch(() => undefined)
  }

  return (handlers) => {
    const ending = new AbortController()
    const up = createHttpUp(post)
    let lineUrl: string | null = null
    let ping: ReturnType<typeof setInterval> | undefined

    async function run(): Promise<void> {
      try {
        if (!isHeldBack) {
          lineUrl = await openLine()
          if (await stream(lineUrl)) throw new LineEnd(brokenCode)
          hangUp(lineUrl)
        }
        lineUrl = await openLine()
        await poll(lineUrl)
      } catch (error) {
        end(error instanceof LineEnd ? error.code : brokenCode)
        // What is not the network's fault is a fault of ours, and is reported as any other.
        if (!(error instanceof LineEnd)) throw error
      }
    }

    async function openLine(): Promise<string> {
      const response = await request('POST', `${url}/lines`)
      const opened = openedSchema.safeParse(await fromNetwork(response.json()))
      // The page of a hotel or an office, in place of our answer.
      if (!opened.success) throw new LineEnd(brokenCode)
      return `${url}/lines/${opened.data.id}`
    }

    /** Hears the line to its end; false when nothing came of it in time, and it must be asked piece by piece. */
    async function stream(opened: string): Promise<boolean> {
      const probe = new AbortController()
      ending.signal.addEventListener('abort', () => probe.abort())
      const timer = setTimeout(() => {
        isHeldBack = true
        probe.abort()
      }, waits.stream)
      let isHeard = false
      try {
        const response = await request('GET', `${opened}/stream`, { signal: probe.signal })
        const reader = response.body?.getReader()
        const first = await fromNetwork(reader?.read())
        if (reader === undefined || first?.value === undefined) return false
        clearTimeout(timer)
        isHeard = true
        ping = setInterval(() => up.ping(), waits.ping)
        begin()
        await hear(reader, first.value)
        return true
      } catch (error) {
        // A stream of which nothing came, for whatever reason but a refusal: the next request tells whether anything works.
        const isRefused = !(error instanceof LineEnd) || error.code !== brokenCode
        if (isHeard || isRefused || ending.signal.aborted) throw error
        return false
      } finally {
        clearTimeout(timer)
      }
    }

    async function hear(reader: ReadableStreamDefaultReader<Uint8Array>, first: Uint8Array): Promise<void> {
      let rest = take(first, handlers)
      for (;;) {
        const { done, value } = await fromNetwork(reader.read())
        if (done) return
        rest = take(rest.byteLength === 0 ? value : joinFrames([rest, value]), handlers)
      }
    }

    async function poll(opened: string): Promise<void> {
      begin()
      for (let n = 1; ; n += 1) {
        const response = await request('GET', `${opened}/poll?n=${n}`)
        const bytes = new Uint8Array(await fromNetwork(response.arrayBuffer()))
        // The server always says something: an empty answer is not its own.
        if (bytes.byteLength === 0 || take(bytes, handlers).byteLength > 0) throw new LineEnd(brokenCode)
      }
    }

    function begin(): void {
      if (ending.signal.aborted) return
      handlers.open()
    }

    function take(bytes: Uint8Array, { message }: LineHandlers): Uint8Array {
      const { messages, rest } = split(bytes)
      for (const one of messages) {
        const known = decodeKnown(one)
        if (known?.type === 'closed') throw new LineEnd(known.code)
        if (known !== null && !ending.signal.aborted) message(known)
      }
      return rest
    }

    async function post(n: number, body: Uint8Array<ArrayBuffer>): Promise<boolean> {
      try {
        await request('POST', `${lineUrl}/send?n=${n}`, { body })
        return true
      } catch (error) {
        if (!(error instanceof LineEnd)) throw error
        end(error.code)
        return false
      }
    }

    async function request(
      method: string,
      address: string,
      { body, signal = ending.signal }: { body?: Uint8Array<ArrayBuffer>; signal?: AbortSignal } = {},
    ): Promise<Response> {
      const timer = setTimeout(() => end(brokenCode), waits.answer)
      try {
        const response = await fromNetwork(
          fetch(address, {
            method,
            signal,
            cache: 'no-store',
            credentials: 'same-origin',
            redirect: 'error',
            ...(body !== undefined && { body, headers: { 'content-type': 'application/octet-stream' } }),
          }),
        )
        if (!response.ok) throw new LineEnd(Number(response.headers.get(closeCodeHeader)) || brokenCode)
        return response
      } finally {
        clearTimeout(timer)
      }
    }

    function end(code: number): void {
      if (ending.signal.aborted) return
      stop()
      handlers.closed(code)
    }

    function stop(): void {
      if (ending.signal.aborted) return
      ending.abort()
      clearInterval(ping)
      up.stop()
      if (lineUrl !== null) hangUp(lineUrl)
    }

    void run()
    return { send: (message) => up.send(encodeFrame(message)), close: stop }
  }
}

/** The line is over, with the code that a WebSocket would have been closed with. */
class LineEnd extends Error {
  override name = 'LineEnd'
  readonly code: number
  constructor(code: number, options?: ErrorOptions) {
    super(`The line ended: ${code}`, options)
    this.code = code
  }
}

async function fromNetwork<T>(result: Promise<T> | T): Promise<T> {
  try {
    return await result
  } catch (cause) {
    throw new LineEnd(brokenCode, { cause })
  }
}

function split(bytes: Uint8Array): ReturnType<typeof splitFrames> {
  try {
    return splitFrames(bytes, maxFrame)
  } catch (cause) {
    throw cause instanceof MessageError ? new LineEnd(brokenCode, { cause }) : cause
  }
}

import type { ErrorCode } from '@concerte/api'
import { closeCodeHeader, closeCodes, type Closing, type PlanRooms } from '@concerte/sync'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'

import type { Accounts } from '../accounts/accounts.ts'
import { ApiError } from '../api-error.ts'
import { setCookies, type Api, type ApiContext } from '../http/api.ts'
import type { Log } from '../log.ts'
import type { Door } from './enter-plan.ts'
import type { HandshakeLimits } from './handshake-limits.ts'
import type { HttpLine } from './http-line.ts'
import { createHttpLines } from './http-lines.ts'
import type { LineTiming } from './line-timing.ts'
import { maxMessage } from './max-message.ts'
import type { OpenSockets } from './open-sockets.ts'

/** Of one request up: the longest message and its frame, or many that were gathered. */
const maxBody = maxMessage + 16

const numberSchema = z.coerce.number().int().min(1)

/**
 * The plan's socket over HTTP, for networks that refuse WebSockets: the same door, the same messages, the same rooms.
 * A refusal has the close code of a WebSocket in a header: the status alone might be a proxy's.
 */
export function addHttpLines(
  api: Api,
  options: {
    /** Of what a WebSocket would be opened to. */
    path: '/sync/:projectId' | '/sync/:projectId/news'
    accounts: Pick<Accounts, 'identify'>
    handshakes: HandshakeLimits
    door: Door
    rooms: Pick<PlanRooms, 'join'>
    sockets: OpenSockets
    timing: LineTiming
    log: Log
  },
): void {
  const { accounts, door, handshakes } = options
  const path = `${options.path}/lines` as const
  const lines = createHttpLines(options)

  async function lineOf(c: ApiContext): Promise<HttpLine> {
    const identity = await accounts.identify(c.req.raw.headers)
    if (identity === null) throw refused(c, closeCodes.signedOut)
    setCookies(c, identity.cookies)
    const { projectId = '', line: id = '' } = c.req.param()
    const line = lines.find({ id, sessionId: identity.sessionId, projectId })
    if (line === null) throw refused(c, closeCodes.unavailable)
    return line
  }

  api.post(path, async (c) => {
    const admission = handshakes.enter(c.var.address)
    if (admission.type === 'refused') {
      c.header('retry-after', String(admission.retryAfterSeconds))
      throw refused(c, closeCodes.tooFast)
    }
    let id: string | null = null
    try {
      const entry = await door.enter(c.req.raw.headers, c.req.param('projectId'))
      if (entry.type === 'refused') throw refused(c, entry.because)
      id = lines.open(entry, admission.leave)
    } finally {
      if (id === null) admission.leave()
    }
    if (id === null) throw refused(c, closeCodes.tooFast)
    c.header('cache-control', 'no-store')
    return c.json({ id }, 201)
  })

  api.get(`${path}/:line/stream`, async (c) => {
    const line = await lineOf(c)
    const socket = c.env.incoming?.socket
    const stream = line.stream(() => socket?.destroy?.())
    if (stream === null) throw refused(c, line.closing ?? closeCodes.unavailable)
    return c.body(stream, 200, bytesHeaders)
  })

  api.get(`${path}/:line/poll`, async (c) => {
    const line = await lineOf(c)
    const stop = (): void => line.end(closeCodes.unavailable)
    const { signal } = c.req.raw
    signal.addEventListener('abort', stop)
    const bytes = await line.poll(numberOf(c))
    signal.removeEventListener('abort', stop)
    if (bytes === null) throw refused(c, line.closing ?? closeCodes.unavailable)
    return c.body(Uint8Array.from(bytes), 200, bytesHeaders)
  })

  api.post(
    `${path}/:line/send`,
    bodyLimit({
      maxSize: maxBody,
      onError: (c) => {
        throw refused(c, closeCodes.badMessage)
      },
    }),
    async (c) => {
      const line = await lineOf(c)
      await line.receive(numberOf(c), new Uint8Array(await c.req.arrayBuffer()))
      if (line.closing !== null) throw refused(c, line.closing)
      return c.body(null, 204)
    },
  )

  api.delete(`${path}/:line`, async (c) => {
    const line = await lineOf(c)
    line.end(closeCodes.unavailable)
    return c.body(null, 204)
  })
}

const bytesHeaders = {
  'content-type': 'application/octet-stream',
  'cache-control': 'no-store, no-transform',
  // nginx and those that follow it: pass each piece on as it comes.
  'x-accel-buffering': 'no',
}

function numberOf(c: ApiContext): number {
  const n = numberSchema.safeParse(c.req.query('n'))
  if (!n.success) throw refused(c, closeCodes.badMessage)
  return n.data
}

function refused(c: ApiContext, { code }: Closing): ApiError {
  c.header(closeCodeHeader, String(code))
  return new ApiError(errorCodes.get(code) ?? 'not-found')
}

const errorCodes = new Map<number, ErrorCode>([
  [closeCodes.badMessage.code, 'invalid-request'],
  [closeCodes.signedOut.code, 'not-signed-in'],
  [closeCodes.forbidden.code, 'forbidden'],
  [closeCodes.tooFast.code, 'too-many-attempts'],
])

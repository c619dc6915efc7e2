import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { joinFrames, splitFrames, toFrame } from '../frames.ts'
import { closedFrame } from '../http-frames.ts'
import { quietFrame } from '../presence.ts'
import { decodeMessage, encodeMessage, type Message } from '../messages.ts'
import { closeCodeHeader, createHttpDial } from './http-line.ts'
import type { Dial } from './line.ts'
import { usualWaits } from './waits.ts'

/* A fetch whose answers are the test's. Time is fake. */

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Call = {
  request: string
  body: Uint8Array
  answer: (body: ConstructorParameters<typeof Response>[0], init?: ResponseInit) => Promise<unknown>
  isAborted: () => boolean
}

function setupFetch() {
  const calls: Call[] = []
  const fetch = (input: string, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { signal } = init
      signal?.addEventListener('abort', () => reject(new Error('aborted')))
      calls.push({
        request: `${init.method} ${input.replace('http://h/sync/p', '')}`,
        body: new Uint8Array((init.body ?? new ArrayBuffer()) as ArrayBuffer),
        answer(body, init) {
          resolve(new Response(body, init))
          return pass()
        },
        isAborted: () => signal?.aborted ?? false,
      })
      if (signal?.aborted) reject(new Error('aborted'))
    })
  const dial = createHttpDial({
    url: 'http://h/sync/p',
    fetch: fetch as typeof globalThis.fetch,
    waits: usualWaits,
  })
  const find = (request: string): Call => {
    const call = calls.findLast((known) => known.request === request)
    if (call === undefined) throw new Error(`No ${request} in ${calls.map(({ request }) => request).join()}`)
    return call
  }
  return { calls, dial, find, requests: () => calls.map(({ request }) => request) }
}

function begin(dial: Dial) {
  const told: (Message | 'open' | number)[] = []
  const line = dial({
    open: () => told.push('open'),
    message: (message) => told.push(message),
    closed: (code) => told.push(code),
  })
  return { line, told }
}

/** A stream that the test writes. */
function setupStream(signal: () => boolean) {
  let put: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      put = controller
    },
  })
  return {
    stream,
    write: (bytes: Uint8Array) => {
      if (!signal()) put?.enqueue(bytes)
      return pass()
    },
    end: () => {
      put?.close()
      return pass()
    },
  }
}

const pass = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms)
const quiet: Message = { type: 'awareness', update: Uint8Array.from([0]) }
const queried: Message = { type: 'queryAwareness' }
const asked: Message = { type: 'askSaved', version: 1 }
const frameOf = (message: Message): Uint8Array => toFrame(encodeMessage(message))
const said = ({ body }: Call): Message[] => splitFrames(body, 1_000_000).messages.map(decodeMessage)

async function setupStreamed() {
  const server = setupFetch()
  const { line, told } = begin(server.dial)
  await server.find('POST /lines').answer('{"id":"one"}', { status: 201 })
  const call = server.find('GET /lines/one/stream')
  const down = setupStream(call.isAborted)
  await call.answer(down.stream)
  return { ...server, line, told, down, call }
}

async function setupPolled() {
  const server = setupFetch()
  const { line, told } = begin(server.dial)
  await server.find('POST /lines').answer('{"id":"one"}')
  await pass(usualWaits.stream)
  await server.find('POST /lines').answer('{"id":"two"}')
  return { ...server, line, told }
}

it('opens with the first byte of its stream, and tells messages however they are cut on the way', async () => {
  const { told, down } = await setupStreamed()
  expect(told).toEqual([])
  await down.write(quietFrame)
  expect(told).toEqual(['open', quiet])
  const bytes = joinFrames([frameOf(queried), frameOf(asked)])
  for (const byte of bytes) await down.write(Uint8Array.from([byte]))
  expect(told).toEqual(['open', quiet, queried, asked])
  await down.write(closedFrame(4503))
  expect(told.slice(4)).toEqual([4503])
  await down.write(frameOf(queried))
  expect(told).toHaveLength(5)
})

it('a stream that ends without a reason is a broken line, and the server is told', async () => {
  const { told, down, requests } = await setupStreamed()
  await down.write(quietFrame)
  await down.end()
  expect(told.slice(2)).toEqual([1006])
  expect(requests().at(-1)).toBe('DELETE /lines/one')
})

it('where no byte of a stream comes in time, a new line is polled, and so is the next one at once', async () => {
  const { told, dial, find, requests } = await setupPolled()
  expect(requests()).toEqual([
    'POST /lines',
    'GET /lines/one/stream',
    'DELETE /lines/one',
    'POST /lines',
    'GET /lines/two/poll?n=1',
  ])
  expect(told).toEqual(['open'])
  await find('GET /lines/two/poll?n=1').answer(Uint8Array.from(joinFrames([quietFrame, frameOf(queried)])))
  expect(told).toEqual(['open', quiet, queried])
  await find('GET /lines/two/poll?n=2').answer(Uint8Array.from(closedFrame(4501)))
  expect(told.slice(3)).toEqual([4501])
  begin(dial)
  await find('POST /lines').answer('{"id":"three"}')
  expect(requests().at(-1)).toBe('GET /lines/three/poll?n=1')
})

it('a stream that fails before its first byte is polled too', async () => {
  const server = setupFetch()
  const { told } = begin(server.dial)
  await server.find('POST /lines').answer('{"id":"one"}')
  await server.find('GET /lines/one/stream').answer('Bad Gateway', { status: 502 })
  await server.find('POST /lines').answer('{"id":"two"}')
  expect([told, server.requests().at(-1)]).toEqual([['open'], 'GET /lines/two/poll?n=1'])
})

it('one request at a time goes up, with all that was said since the last, in order and numbered', async () => {
  const { line, down, find, requests } = await setupStreamed()
  await down.write(quietFrame)
  line.send(asked)
  line.send(queried)
  await pass()
  expect(said(find('POST /lines/one/send?n=1'))).toEqual([asked, queried])
  line.send(queried)
  line.send(asked)
  await pass()
  expect(requests().filter((request) => request.includes('/send'))).toHaveLength(1)
  await find('POST /lines/one/send?n=1').answer(null, { status: 204 })
  expect(said(find('POST /lines/one/send?n=2'))).toEqual([queried, asked])
})

it('gathers no more than a megabyte, and sends a longer message alone', async () => {
  const { line, down, find } = await setupStreamed()
  await down.write(quietFrame)
  for (const length of [700_000, 700_000, 3_000_000, 10]) {
    line.send({ type: 'update', update: new Uint8Array(length) })
  }
  await pass()
  const lengths: number[] = []
  for (let n = 1; n <= 4; n += 1) {
    const call = find(`POST /lines/one/send?n=${n}`)
    lengths.push(Math.floor(call.body.byteLength / 100_000))
    await call.answer(null, { status: 204 })
  }
  expect(lengths).toEqual([7, 7, 30, 0])
})

it('gives a sign of life on a stream when nothing else was said', async () => {
  const { down, find } = await setupStreamed()
  await down.write(quietFrame)
  await pass(usualWaits.ping)
  expect(find('POST /lines/one/send?n=1').body.byteLength).toBe(0)
})

it.each([
  ['a page of the network’s own', '<html>', {}, 1006],
  ['a refusal of the network’s own', 'no', { status: 403 }, 1006],
  ['a refusal of the server', '{}', { status: 403, headers: { [closeCodeHeader]: '4403' } }, 4403],
  ['a code that is none', '{}', { status: 403, headers: { [closeCodeHeader]: 'x' } }, 1006],
] as const)('%s in place of a line ends it with the right code', async (_, body, init, code) => {
  const server = setupFetch()
  const { told } = begin(server.dial)
  await server.find('POST /lines').answer(body, init)
  expect(told).toEqual([code])
})

it.each([
  ['nothing', ''],
  ['a page', '<html>'],
  ['half a frame', quietFrame.slice(0, 2)],
] as const)('a poll that is answered with %s is a broken line', async (_, body) => {
  const { told, find } = await setupPolled()
  await find('GET /lines/two/poll?n=1').answer(typeof body === 'string' ? body : Uint8Array.from(body))
  expect(told).toEqual(['open', 1006])
})

it('a refusal of what is said ends the line with its code', async () => {
  const { line, told, down, find } = await setupStreamed()
  await down.write(quietFrame)
  line.send(asked)
  await pass()
  const headers = { [closeCodeHeader]: '4400' }
  await find('POST /lines/one/send?n=1').answer('{}', { status: 400, headers })
  expect(told.slice(2)).toEqual([4400])
})

it('a request that is never answered ends the line', async () => {
  const { line, told, down } = await setupStreamed()
  await down.write(quietFrame)
  line.send(asked)
  await pass(usualWaits.answer)
  expect(told.slice(2)).toEqual([1006])
})

it('once closed it tells nothing, asks nothing, and has told the server', async () => {
  const { line, told, down, call, requests } = await setupStreamed()
  await down.write(quietFrame)
  line.close()
  expect(call.isAborted()).toBe(true)
  const { length } = requests()
  expect(requests()[length - 1]).toBe('DELETE /lines/one')
  line.close()
  line.send(asked)
  await down.write(frameOf(queried))
  await pass(120_000)
  expect(told).toEqual(['open', quiet])
  expect(requests()).toHaveLength(length)
})

import { closeCodes, closedFrame, joinFrames, quietFrame } from '@concerte/sync'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { userIdSchema } from '@concerte/api'

import { createHttpLine, type HttpLine } from './http-line.ts'
import { usualTiming } from './line-timing.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setupLine() {
  const told = { received: [] as number[][], left: 0, ended: 0 }
  const line = createHttpLine({
    user: { id: userIdSchema.parse('ada'), name: 'Ada' },
    access: { canWrite: true, judge: null, rights: '{}', lineage: 'one' },
    timing: usualTiming,
    onEnd: () => {
      told.ended += 1
    },
  })
  line.hand({
    receive: (message) => told.received.push([...message]),
    leave: () => {
      told.left += 1
    },
  })
  return { line, told }
}

/** One message of these bytes, as a frame. */
function frame(...bytes: number[]): Uint8Array {
  return Uint8Array.from([0x82, bytes.length, ...bytes])
}

/** What a promise is by now. */
async function now<T>(promise: Promise<T>): Promise<T | 'pending'> {
  let state: T | 'pending' = 'pending'
  void promise.then((value) => (state = value))
  await vi.advanceTimersByTimeAsync(0)
  return state
}

async function readHello(line: HttpLine): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const reader = line.stream(() => undefined)!.getReader()
  expect((await reader.read()).value).toEqual(quietFrame)
  return reader
}

test('a poll answers as soon as something waits, with everything that waits, and says that it is quiet after 20 s', async () => {
  const { line } = setupLine()
  expect(await line.poll(1)).toEqual(quietFrame)
  const second = line.poll(2)
  expect(await now(second)).toBe('pending')
  line.connection.send(frame(1))
  expect(await second).toEqual(frame(1))
  line.connection.send(frame(2))
  line.connection.send(frame(3))
  expect(await line.poll(3)).toEqual(joinFrames([frame(2), frame(3)]))
  const quiet = line.poll(4)
  await vi.advanceTimersByTimeAsync(19_999)
  expect(await now(quiet)).toBe('pending')
  await vi.advanceTimersByTimeAsync(1)
  expect(await now(quiet)).toEqual(quietFrame)
})

test('a stream says that it is there every 10 s, and ends with the reason why', async () => {
  const { line, told } = setupLine()
  const reader = await readHello(line)
  const quiet = reader.read()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await quiet).toEqual({ done: false, value: quietFrame })
  line.connection.send(frame(1))
  line.connection.close(closeCodes.roleChanged)
  expect(await reader.read()).toEqual({ done: false, value: joinFrames([frame(1), closedFrame(4503)]) })
  expect(await reader.read()).toEqual({ done: true, value: undefined })
  expect(told).toMatchObject({ left: 1, ended: 1 })
})

test('a line whose stream is cut is left at once', async () => {
  const { line, told } = setupLine()
  const reader = await readHello(line)
  await reader.cancel()
  expect(told).toMatchObject({ left: 1, ended: 1 })
  expect(line.closing).toBe(closeCodes.unavailable)
})

test('messages come in order, and a request that comes again, too early or twice at once ends the line', async () => {
  const { line, told } = setupLine()
  await line.receive(1, joinFrames([frame(1), frame(2)]))
  await line.receive(2, new Uint8Array())
  await line.receive(3, frame(3))
  expect(told.received).toEqual([[1], [2], [3]])
  await line.receive(3, frame(3))
  expect([told.received.length, line.closing]).toEqual([3, closeCodes.unavailable])
  const early = setupLine()
  await early.line.receive(2, frame(1))
  expect([early.told.received, early.line.closing]).toEqual([[], closeCodes.unavailable])
  const polled = setupLine()
  await polled.line.poll(1)
  await polled.line.poll(1)
  expect(polled.line.closing).toBe(closeCodes.unavailable)
  const streamed = setupLine()
  await readHello(streamed.line)
  expect(streamed.line.stream(() => undefined)).toBeNull()
  expect(streamed.line.closing).toBe(closeCodes.unavailable)
})

test('[S5] anything but whole frames ends the line', async () => {
  for (const body of [Uint8Array.from([1, 2, 3]), frame(1).subarray(0, 2), Uint8Array.from([0x82, 255])]) {
    const { line, told } = setupLine()
    await line.receive(1, body)
    expect([told.received, line.closing]).toEqual([[], closeCodes.badMessage])
  }
})

test('[S7] a room that asks for a pause is handed nothing more, and the request is not answered before it goes on', async () => {
  const { line, told } = setupLine()
  line.hand({
    receive: (message) => {
      told.received.push([...message])
      line.connection.pause()
    },
    leave: () => undefined,
  })
  const received = line.receive(1, joinFrames([frame(1), frame(2)]))
  expect(await now(received)).toBe('pending')
  expect(told.received).toEqual([[1]])
  line.connection.resume()
  expect(await now(received)).toBe('pending')
  expect(told.received).toEqual([[1], [2]])
  line.connection.resume()
  expect(await now(received)).toBeUndefined()
  // A line that ends lets go of what waits.
  const last = line.receive(2, joinFrames([frame(3), frame(4)]))
  expect(await now(last)).toBe('pending')
  line.connection.close(closeCodes.restarting)
  expect(await now(last)).toBeUndefined()
  expect(told.received).toEqual([[1], [2], [3]])
})

test('[S7] a reader for whom too much waits is sent away to come back; a plan that is long does not count', async () => {
  const { line } = setupLine()
  const megabyte = new Uint8Array(1024 * 1024)
  line.connection.send(new Uint8Array(20 * 1024 * 1024))
  for (let n = 0; n < 5; n += 1) line.connection.send(megabyte)
  expect(line.closing).toBeNull()
  line.connection.send(megabyte)
  expect(line.closing).toBe(closeCodes.tooSlow)
  line.connection.send(megabyte)
  expect(await line.poll(1)).toEqual(closedFrame(4502))
  expect(await line.poll(2)).toBeNull()
})

test('a line of which nothing was heard for a minute is left, and one that is used is not', async () => {
  const { line, told } = setupLine()
  for (let n = 1; n < 5; n += 1) {
    await vi.advanceTimersByTimeAsync(50_000)
    await line.receive(n, new Uint8Array())
  }
  expect(told.left).toBe(0)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toMatchObject({ left: 1, ended: 1 })
})

test('[S7] a stream that nobody reads any longer is given up once its line is over', async () => {
  let givenUp = 0
  const { line } = setupLine()
  const reader = line.stream(() => (givenUp += 1))!.getReader()
  await reader.read()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([line.closing, givenUp]).toEqual([closeCodes.unavailable, 0])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(givenUp).toBe(1)
  // One that is read to its end is an answer like another: its connection may be used again.
  const other = setupLine()
  const read = other.line.stream(() => (givenUp += 1))!.getReader()
  await read.read()
  other.line.end(closeCodes.restarting)
  while (!(await read.read()).done);
  await vi.advanceTimersByTimeAsync(60_000)
  expect(givenUp).toBe(1)
})

test('a line that was closed before it came into its plan leaves it again', () => {
  const { line, told } = setupLine()
  line.end(closeCodes.signedOut)
  line.hand({ receive: () => undefined, leave: () => (told.left += 1) })
  expect(told.left).toBe(2)
})

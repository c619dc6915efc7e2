import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { encodeMessage } from '../messages.ts'
import { dialAhead } from './socket-ahead.ts'
import { createSocketDial } from './socket-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const queryAwareness = encodeMessage({ type: 'queryAwareness' }).slice().buffer

/** Sockets that the test opens, speaks on and closes; `dialled` are all of them. */
function setupSockets() {
  const dialled: FakeSocket[] = []
  class FakeSocket extends EventTarget {
    static readonly OPEN = WebSocket.OPEN
    readyState: number = WebSocket.CONNECTING
    binaryType = 'blob'
    constructor() {
      super()
      dialled.push(this)
    }
    close(): void {
      this.readyState = WebSocket.CLOSED
    }
    opens(): void {
      this.readyState = WebSocket.OPEN
      this.dispatchEvent(new Event('open'))
    }
    says(data: ArrayBuffer): void {
      this.dispatchEvent(new MessageEvent('message', { data }))
    }
  }
  // As much of a WebSocket as a line needs.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return { dialled, Socket: FakeSocket as unknown as typeof WebSocket }
}

/** What a line tells, in order. */
function setupLine(socketAhead: ReturnType<typeof dialAhead>, Socket: typeof WebSocket) {
  const told: string[] = []
  const dial = createSocketDial('ws://127.0.0.1:9/sync/plan', Socket, socketAhead)
  const line = dial({
    open: () => told.push('open'),
    message: ({ type }) => told.push(type),
    closed: () => told.push('closed'),
  })
  return { told, line, dial }
}

it('[S6] a line over a socket that was dialled ahead tells what it heard before, after its opening', async () => {
  const { dialled, Socket } = setupSockets()
  const ahead = dialAhead('ws://127.0.0.1:9/sync/plan', Socket)
  dialled[0]?.opens()
  dialled[0]?.says(queryAwareness)
  const { told } = setupLine(ahead, Socket)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(0)
  dialled[0]?.says(queryAwareness)
  expect(told).toEqual(['open', 'queryAwareness', 'queryAwareness'])
  expect(dialled).toHaveLength(1)
})

it('a line waits for a socket that was dialled ahead and is not open yet', async () => {
  const { dialled, Socket } = setupSockets()
  const { told } = setupLine(dialAhead('ws://127.0.0.1:9/sync/plan', Socket), Socket)
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([])
  dialled[0]?.opens()
  expect(told).toEqual(['open'])
  expect(dialled).toHaveLength(1)
})

it('a socket that closed before it was needed is dialled anew, as is that of the second line', () => {
  const { dialled, Socket } = setupSockets()
  const ahead = dialAhead('ws://127.0.0.1:9/sync/plan', Socket)
  dialled[0]?.close()
  setupLine(ahead, Socket)
  expect(dialled).toHaveLength(2)
  setupLine(ahead, Socket)
  expect(dialled).toHaveLength(3)
})

it('a socket that nobody comes to need is closed', async () => {
  const { dialled, Socket } = setupSockets()
  const ahead = dialAhead('ws://127.0.0.1:9/sync/plan', Socket)
  dialled[0]?.opens()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(dialled[0]?.readyState).toBe(WebSocket.CLOSED)
  expect(ahead.take()).toBeNull()
})

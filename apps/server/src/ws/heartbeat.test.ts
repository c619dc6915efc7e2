import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { startHeartbeat, type HeartbeatSocket } from './heartbeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class FakeSocket extends EventEmitter implements HeartbeatSocket {
  isAlive = true
  ended = false
  ping(): void {
    if (this.isAlive) this.emit('pong')
  }
  terminate(): void {
    this.ended = true
  }
}

test('a peer that answers stays, one that fell silent is cut at the second ping', () => {
  const [alive, dead] = [new FakeSocket(), new FakeSocket()]
  const stop = startHeartbeat({ clients: new Set([alive, dead]) }, 30_000)
  vi.advanceTimersByTime(60_000)
  dead.isAlive = false
  vi.advanceTimersByTime(30_000)
  expect(dead.ended).toBe(false)
  vi.advanceTimersByTime(30_000)
  expect([alive.ended, dead.ended]).toEqual([false, true])
  stop()
  alive.isAlive = false
  vi.advanceTimersByTime(120_000)
  expect(alive.ended).toBe(false)
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { watchActivity } from './watch-activity.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function setupActivity() {
  let visibility: DocumentVisibilityState = 'visible'
  const page = new EventTarget()
  Object.defineProperty(page, 'visibilityState', { get: () => visibility })
  const told: boolean[] = []
  const stop = watchActivity(page as unknown as Document, {
    onChange: (isIdle) => told.push(isIdle),
    now: () => Date.now(),
  })
  const turn = (next: DocumentVisibilityState) => {
    visibility = next
    page.dispatchEvent(new Event('visibilitychange'))
  }
  return { told, stop, turn, move: () => page.dispatchEvent(new Event('keydown')) }
}

it('who has not moved for three minutes rests, until the next key', () => {
  const { told, stop, move } = setupActivity()
  vi.advanceTimersByTime(100_000)
  move()
  vi.advanceTimersByTime(179_000)
  expect(told).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(told).toEqual([true])
  move()
  expect(told).toEqual([true, false])
  stop()
})

it('who looks at another window rests after a moment, and is back with it', () => {
  const { told, stop, turn } = setupActivity()
  turn('hidden')
  vi.advanceTimersByTime(5000)
  turn('visible')
  vi.advanceTimersByTime(20_000)
  expect(told).toEqual([])
  turn('hidden')
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([true])
  turn('visible')
  expect(told).toEqual([true, false])
  stop()
})

import { expect, it, onTestFinished, vi } from 'vitest'

import { createCalm } from './calm.ts'

function setupCalm() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const page = new EventTarget()
  const calm = createCalm(page, () => Date.now())
  onTestFinished(calm.close)
  const run = vi.fn<() => void>()
  /** Someone types for so many ms. */
  const type = (ms: number) => {
    for (let passed = 0; passed < ms; passed += 100) {
      page.dispatchEvent(new Event('keydown'))
      vi.advanceTimersByTime(100)
    }
  }
  return { calm, run, type }
}

it('what can wait runs after its time where nobody works', () => {
  const { calm, run } = setupCalm()
  calm.later(run, 2000)
  vi.advanceTimersByTime(1900)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(run).toHaveBeenCalledOnce()
})

it('what can wait does so while someone types, and runs once they pause', () => {
  const { calm, run, type } = setupCalm()
  calm.later(run, 2000)
  type(10_000)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1000)
  expect(run).toHaveBeenCalledOnce()
})

it('a minute of typing does not keep it away, and it can be called off', () => {
  const { calm, run, type } = setupCalm()
  calm.later(run, 2000)
  const other = vi.fn<() => void>()
  const callOff = calm.later(other, 2000)
  type(10_000)
  callOff()
  type(60_000)
  expect(run).toHaveBeenCalledOnce()
  expect(other).not.toHaveBeenCalled()
})

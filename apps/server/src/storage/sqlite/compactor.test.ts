import { expect, onTestFinished, test, vi } from 'vitest'

import type { CompactionQuestion } from './compaction-messages.ts'
import { createCompactor } from './compactor.ts'
import { createLock } from './lock.ts'

/** Threads that do nothing, and say what they were asked. */
function setupCompactor() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const lock = createLock()
  const asked: string[] = []
  let failsAt: CompactionQuestion['type'] | null = null
  let built: 'ready' | 'nothing' = 'ready'
  let id = 0
  const compactor = createCompactor({
    lock,
    idleMs: 1000,
    start: () => {
      asked.push('start')
      return {
        ask(question) {
          asked.push(question.type === 'build' ? `build ${question.projectId}` : question.type)
          if (question.type === failsAt) return Promise.reject(new Error(`${question.type} failed`))
          id += 1
          return Promise.resolve({ id, type: question.type === 'build' ? built : 'done' })
        },
        close() {
          asked.push('close')
          return Promise.resolve()
        },
      }
    },
  })
  return {
    lock,
    compactor,
    asked,
    failAt: (type: typeof failsAt) => {
      failsAt = type
    },
    build: (answer: typeof built) => {
      built = answer
    },
  }
}

const whole = ['write', 'verify', 'trim']

test('the thread is started when it is needed, and ends when nothing more comes', async () => {
  const { compactor, asked } = setupCompactor()
  expect(asked).toEqual([])
  await compactor.compact('a')
  await vi.advanceTimersByTimeAsync(900)
  await compactor.compact('b')
  await vi.advanceTimersByTimeAsync(900)
  expect(asked).toEqual(['start', 'build a', ...whole, 'build b', ...whole])
  await vi.advanceTimersByTimeAsync(100)
  expect(asked.at(-1)).toBe('close')
  await compactor.compact('a')
  await compactor.close()
  expect(asked.slice(-6)).toEqual(['start', 'build a', ...whole, 'close'])
})

test('of two compactions of one plan at once one is done', async () => {
  const { compactor, asked } = setupCompactor()
  await Promise.all([compactor.compact('a'), compactor.compact('a'), compactor.compact('b')])
  expect(asked).toEqual(['start', 'build a', ...whole, 'build b', ...whole])
  await compactor.compact('a')
  expect(asked.slice(-4)).toEqual(['build a', ...whole])
})

test('[S2] nothing is trimmed when a step before fails, and the next compaction has a thread of its own', async () => {
  const { compactor, asked, failAt } = setupCompactor()
  failAt('verify')
  await expect(compactor.compact('a')).rejects.toThrow('verify failed')
  expect(asked).toEqual(['start', 'build a', 'write', 'verify', 'close'])
  failAt(null)
  await compactor.compact('a')
  expect(asked.slice(5)).toEqual(['start', 'build a', ...whole])
})

test('where there is nothing to compact nothing is written', async () => {
  const { compactor, asked, build } = setupCompactor()
  build('nothing')
  await compactor.compact('a')
  expect(asked).toEqual(['start', 'build a'])
})

test('a compaction writes only when no transaction is open, and reads whenever it likes', async () => {
  const { compactor, asked, lock } = setupCompactor()
  await lock.acquire()
  const compacting = compactor.compact('a')
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual(['start', 'build a'])
  lock.release()
  await compacting
  expect(asked.slice(2)).toEqual(whole)
})

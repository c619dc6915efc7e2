import { projectIdSchema } from '@concerte/api'
import { expect, test } from 'vitest'

import { createVersionKeeper } from './version-keeper.ts'
import type { VersionOrder } from './versions.ts'

const minute = 60_000
const plan = projectIdSchema.parse('plan')

/** A keeper on a clock that stands until it is moved: `wait` runs what falls due meanwhile. */
function setupKeeper(start = '2026-01-05T10:00:00') {
  let nowMs = new Date(start).getTime()
  const timers = new Set<{ at: number; run: () => void }>()
  const kept: { at: string; kind: string }[] = []
  const begun = nowMs
  const keeper = createVersionKeeper({
    versions: {
      keepIfChanged(order: VersionOrder) {
        kept.push({ at: `${(nowMs - begun) / minute} min`, kind: order.kind })
        return Promise.resolve(null)
      },
    },
    store: {
      newest: (id) =>
        Promise.resolve(
          id === plan ? null : { ...newest, projectId: id, createdAt: '2026-01-02T00:00:00.000Z' },
        ),
    },
    projects: {
      listAll: () =>
        Promise.resolve(
          [plan, projectIdSchema.parse('quiet'), projectIdSchema.parse('forgotten')].map((id) => ({
            id,
            title: '',
            academy: '',
            period: null,
            phase: 'drafting' as const,
            role: 'lead' as const,
            updatedAt: id === 'quiet' ? '2026-01-01T00:00:00.000Z' : '2026-01-03T00:00:00.000Z',
          })),
        ),
    },
    timing: { quiet: 10 * minute, longest: 60 * minute },
    nowMs: () => nowMs,
    later(run, ms) {
      const timer = { at: nowMs + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    reportError(error) {
      throw error
    },
  })
  const wait = (minutes: number) => {
    const end = nowMs + minutes * minute
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
      if (next === undefined) break
      timers.delete(next)
      nowMs = next.at
      next.run()
    }
    nowMs = end
  }
  return { keeper, kept, timers, wait }
}

const newest = {
  id: 'v',
  number: 1,
  kind: 'auto' as const,
  name: '',
  createdBy: null,
  sha256: '',
  previousSha256: null,
  isKept: true,
  work: null,
}

test('a version is kept once work has been quiet for a while, with one timer however much is written', () => {
  const { keeper, kept, timers, wait } = setupKeeper()
  for (let i = 0; i < 30; i += 1) {
    keeper.see(plan)
    expect(timers.size).toBe(1)
    wait(0.5)
  }
  expect(kept).toEqual([])
  wait(60)
  expect(kept).toEqual([{ at: '24.5 min', kind: 'auto' }])
  wait(600)
  keeper.see(plan)
  wait(10)
  expect(kept).toHaveLength(2)
})

test('work without a pause is kept every hour', () => {
  const { keeper, kept, wait } = setupKeeper()
  for (let i = 0; i < 30; i += 1) {
    keeper.see(plan)
    wait(5)
  }
  expect(kept.slice(0, 2)).toEqual([
    { at: '60 min', kind: 'auto' },
    { at: '120 min', kind: 'auto' },
  ])
})

test('work that goes on at midnight is kept as the day ends', () => {
  const { keeper, kept, wait } = setupKeeper('2026-01-05T23:40:00')
  for (let i = 0; i < 6; i += 1) {
    keeper.see(plan)
    wait(5)
  }
  expect(kept).toEqual([{ at: '20 min', kind: 'daily' }])
})

test('a server that starts looks after plans in which work came after the newest version', async () => {
  const { keeper, kept, timers, wait } = setupKeeper()
  await keeper.resume()
  expect(timers.size).toBe(2)
  wait(10)
  expect(kept).toHaveLength(2)
  keeper.see(plan)
  keeper.close()
  wait(600)
  keeper.see(plan)
  expect(timers.size).toBe(0)
  expect(kept).toHaveLength(2)
})

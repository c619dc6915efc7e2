import { expect, it, vi } from 'vitest'

import { createReview } from './review-store.ts'

it('opens on what was asked for, and shows the tab of before when nothing is', () => {
  const review = createReview()
  review.open({ tab: 'amendments', node: 'a1' }, { byKeyboard: true })
  expect(review.current()).toEqual({
    tab: 'amendments',
    ask: { tab: 'amendments', node: 'a1' },
    byKeyboard: true,
  })
  review.close()
  expect(review.current()).toBe(null)
  review.show(false)
  expect(review.current()).toEqual({ tab: 'amendments', ask: null, byKeyboard: false })
})

it('tells of the counts of a node that changed, and of no other', () => {
  const review = createReview()
  const [one, other] = [vi.fn<() => void>(), vi.fn<() => void>()]
  review.onCounts('one', one)
  review.onCounts('other', other)
  review.setCounts(
    new Map([
      ['one', { threads: 1, amendments: 0 }],
      ['other', { threads: 2, amendments: 1 }],
    ]),
  )
  review.setCounts(new Map([['other', { threads: 2, amendments: 1 }]]))
  expect(one).toHaveBeenCalledTimes(2)
  expect(other).toHaveBeenCalledTimes(1)
  expect([review.countsAt('one'), review.countsAt('other')]).toEqual([
    { threads: 0, amendments: 0 },
    { threads: 2, amendments: 1 },
  ])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { compareSiblings, keysBetween, ordersAt, type Sibling } from './order.ts'

test('keys between any two strings rise strictly between them, or there are none', () => {
  const key = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom('a0', 'a1', 'a0V', 'Zz', 'a~', 'z', `A${'0'.repeat(26)}`),
  )
  fc.assert(
    fc.property(
      fc.option(key, { nil: undefined }),
      fc.option(key, { nil: undefined }),
      fc.nat(5),
      (a, b, count) => {
        const keys = keysBetween(a, b, count)
        if (keys === undefined) return
        expect(keys).toHaveLength(count)
        const whole = [...(a === undefined ? [] : [a]), ...keys, ...(b === undefined ? [] : [b])]
        whole.slice(1).forEach((next, index) => expect(whole[index]! < next).toBe(true))
      },
    ),
    { seed: 6, numRuns: 2000 },
  )
})

test('nodes come to stand where they are put, whatever keys their siblings carry', () => {
  const order = fc.oneof(fc.constantFrom('a0', 'a0', 'a1', 'a1V', 'b00'), fc.string({ maxLength: 3 }))
  fc.assert(
    fc.property(
      fc.array(order, { maxLength: 8 }),
      fc.nat(8),
      fc.integer({ min: 1, max: 3 }),
      (given, at, count) => {
        const siblings = given.map((order, index) => ({ id: `n${index}`, order })).toSorted(compareSiblings)
        const index = Math.min(at, siblings.length)
        const { orders, rekeyed } = ordersAt(siblings, index, count)
        const kept = rekeyed.length === 0 ? siblings : rekeyed
        const added: Sibling[] = orders.map((order, position) => ({ id: `added${position}`, order }))
        const expected = [...kept.slice(0, index), ...added, ...kept.slice(index)].map(({ id }) => id)
        expect([...kept, ...added].toSorted(compareSiblings).map(({ id }) => id)).toEqual(expected)
        expect(kept.map(({ id }) => id)).toEqual(siblings.map(({ id }) => id))
      },
    ),
    { seed: 7, numRuns: 1000 },
  )
})

test('two thousand nodes put one after the other in one place have keys of under 500 characters', () => {
  for (const place of ['before', 'after'] as const) {
    let [before, after] = ['a0', 'a1']
    for (let count = 0; count < 2000; count += 1) {
      const [key] = keysBetween(before, after, 1)!
      if (place === 'before') after = key!
      else before = key!
    }
    expect(Math.max(before.length, after.length)).toBeLessThan(500)
  }
})

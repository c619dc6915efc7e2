import { expect, it } from 'vitest'

import { stepTo, type Step } from './step-to.ts'

const places = ['a', 'a', 'b', 'b', 'b', 'c'].map((parent, index) => ({ parent, rubric: undefined, index }))
const walk = (from: number, ...steps: Step[]) => {
  const met = [from]
  for (const step of steps) met.push(stepTo(places, met.at(-1)!, step))
  return met
}

it('arrows go place by place and stop at the ends', () => {
  expect(walk(1, 'next', 'previous', 'previous', 'previous')).toEqual([1, 2, 1, 0, 0])
  expect(walk(4, 'next', 'next')).toEqual([4, 5, 5])
})

it('page keys go to the beginning of the next list and of the one before, Home and End to the ends', () => {
  expect(walk(0, 'nextList', 'nextList', 'nextList')).toEqual([0, 2, 5, 5])
  expect(walk(5, 'previousList', 'previousList', 'previousList')).toEqual([5, 2, 0, 0])
  expect(walk(3, 'last', 'first')).toEqual([3, 5, 0])
})

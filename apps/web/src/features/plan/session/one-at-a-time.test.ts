import { expect, it } from 'vitest'

import { oneAtATime } from './one-at-a-time.ts'

/** Lets what was promised go on. */
const turn = () => new Promise((resolve) => setTimeout(resolve))

it('what is asked while it runs is run once more after it, and what is asked at one moment once', async () => {
  const ends: (() => void)[] = []
  const ask = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)))
  ask()
  ask()
  await turn()
  expect(ends).toHaveLength(1)
  for (let count = 0; count < 5; count += 1) ask()
  await turn()
  expect(ends).toHaveLength(1)
  ends[0]!()
  await turn()
  expect(ends).toHaveLength(2)
  ends[1]!()
  await turn()
  expect(ends).toHaveLength(2)
  ask()
  await turn()
  expect(ends).toHaveLength(3)
  // Nobody knows whether what was asked on the former line is answered.
  ask(true)
  ask(true)
  await turn()
  expect(ends).toHaveLength(4)
})

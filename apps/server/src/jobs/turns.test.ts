import { expect, test } from 'vitest'

import { createTurns } from './turns.ts'

test('what is done to one plan waits for what was done before, be it that it failed; other plans wait for nothing', async () => {
  const turns = createTurns()
  const first = Promise.withResolvers<void>()
  const done: string[] = []
  const failing = turns.take('one', async () => {
    await first.promise
    done.push('first')
    throw new Error('it failed')
  })
  const second = turns.take('one', () => Promise.resolve(done.push('second')))
  await turns.take('other', () => Promise.resolve(done.push('other')))
  expect(done).toEqual(['other'])
  first.resolve()
  await expect(failing).rejects.toThrow('it failed')
  expect(await second).toBe(3)
  expect(done).toEqual(['other', 'first', 'second'])
  const last = turns.take('one', () => Promise.resolve(done.push('last')))
  await turns.drain()
  expect(done.at(-1)).toBe('last')
  expect(await last).toBe(4)
})

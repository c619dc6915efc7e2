import { expect, test } from 'vitest'

import { createGate } from './gate.ts'

test('no more run at once than the gate lets through, and a failure lets the next one in', async () => {
  const gate = createGate(2)
  let running = 0
  let most = 0
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      gate(async () => {
        running += 1
        most = Math.max(most, running)
        await Promise.resolve()
        running -= 1
        if (n % 3 === 0) throw new Error('failed')
        return n
      }),
    ),
  )
  expect(most).toBe(2)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
})

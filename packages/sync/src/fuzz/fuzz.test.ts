import { expect, it, vi } from 'vitest'

import { fuzzPlan } from './fuzz-plan.ts'
import { runFuzz } from './run-fuzz.ts'

/** Of `npm run fuzz`, which goes on for as long as one likes, with other seeds. */
const runs = 40

it('[S3] [S4] [S5] whatever a hostile member says, nobody else is sent away, nothing outside its rights changes, and everyone and the log have the same', async () => {
  // Yjs prints what it meets in damaged updates.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const plan = fuzzPlan()
  const totals = { messages: 0, taken: 0, sentAway: 0 }
  for (let seed = 1; seed <= runs; seed += 1) {
    const report = await runFuzz({ plan, seed, steps: 50 })
    totals.messages += report.messages
    totals.taken += report.taken
    totals.sentAway += report.sentAway
  }
  // What is only ever refused proves nothing of what is taken, and the other way round.
  expect(totals.messages).toBeGreaterThan(2_000)
  expect(totals.taken).toBeGreaterThan(100)
  expect(totals.sentAway).toBeGreaterThan(1_000)
}, 240_000)

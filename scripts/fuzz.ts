import { parseArgs } from 'node:util'

import { fuzzPlan } from '../packages/sync/src/fuzz/fuzz-plan.ts'
import { FuzzFailure, runFuzz } from '../packages/sync/src/fuzz/run-fuzz.ts'

/*
 * `npm run fuzz -- --seconds 600 --seed 7`: hostile members of a plan, a run a seed from the given one on (else from
 * the clock); the seeds of those that fail are printed, and `--seed N --seconds 1` shows one again.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    steps: { type: 'string', default: '60' },
  },
})
const plan = fuzzPlan()
const until = performance.now() + Number(values.seconds) * 1_000
let seed = Number(values.seed ?? Date.now() % 1_000_000_000)
const totals = { runs: 0, messages: 0, taken: 0, sentAway: 0, failed: 0 }
const write = (line: string): boolean => process.stdout.write(`${line}\n`)
// Yjs prints what it meets in damaged updates.
// oxlint-disable-next-line no-console
console.warn = () => undefined
process.on('unhandledRejection', (error) => {
  totals.failed += 1
  write(`seed ${seed}: a promise was left: ${String(error)}`)
})

do {
  try {
    const { messages, taken, sentAway } = await runFuzz({ plan, seed, steps: Number(values.steps) })
    totals.messages += messages
    totals.taken += taken
    totals.sentAway += sentAway
  } catch (error) {
    totals.failed += 1
    write(error instanceof FuzzFailure ? error.message : `seed ${seed}`)
    const cause = error instanceof FuzzFailure ? error.cause : error
    if (cause !== undefined)
      write(cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause))
  }
  totals.runs += 1
  seed += 1
} while (performance.now() < until)
write(JSON.stringify(totals))
process.exitCode = totals.failed === 0 ? 0 : 1

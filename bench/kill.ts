import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import type { Row } from './support/table.ts'

const kills = 20
const root = fileURLToPath(new URL('..', import.meta.url))

/** A writer types, the server is killed at a random letter: what was promised by then, and what of it was lost. */
export async function kill(): Promise<Row[]> {
  const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))
  const test = 'apps/server/src/kill.socket.test.ts'
  // That test is the measure: it kills, restarts and counts, and fails on the first letter lost.
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'sockets', test], {
    cwd: root,
    env: { ...process.env, CONCERTE_KILLS: String(kills), CONCERTE_SEED: String(Date.now() % 1_000_000) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [printed, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  const count = (name: string): number => {
    const found = new RegExp(`${kills} kills: .*"${name}":(\\d+)`).exec(printed)?.[1]
    if (found === undefined) throw new Error(`the kill test gave no figures:\n${printed}\n${errors}`)
    return Number(found)
  }
  const promised = Math.max(count('acknowledged'), count('seen'))
  return [
    row('letters acknowledged', count('acknowledged')),
    row('letters seen by another', count('seen')),
    {
      ...row('letters lost', count('lost')),
      baseline: { name: 'acknowledged or seen, at least', samples: [promised] },
    },
  ]
}

function row(what: string, count: number): Row {
  return { measure: `kill: ${kills} kills, ${what}`, unit: '', samples: [count] }
}

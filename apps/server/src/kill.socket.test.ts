import { createPick, type Pick } from '@concerte/testkit'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'

import { firstProject, password, setUpAdmin } from './testing/people.ts'
import { startServerProcess, type ServerProcess } from './testing/server-process.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'
import { joinPlan, joinPlanAsApp, saved, setupToken, synced } from './testing/test-server.ts'
import { createVisitor, type Visitor } from './testing/visitor.ts'

/** `CONCERTE_KILLS=20 npx vitest run --project sockets apps/server/src/kill` for a longer run. */
const kills = Number(process.env['CONCERTE_KILLS'] ?? 3)
const seed = Number(process.env['CONCERTE_SEED'] ?? 20_260)

test(
  '[S1] [S2] no character that was acknowledged, or that another had seen, is lost when the server is killed',
  async () => {
    const pick = createPick(seed)
    const dataDir = temporaryFolder()
    let expected = ''
    const report = { lost: 0, acknowledged: 0, seen: 0, unconfirmed: 0 }

    for (let round = 0; round <= kills; round += 1) {
      const server = await startServerProcess(dataDir)
      const visitor = await enter(server)
      // The same plan every time: lists begin with the one that changed last.
      const projectId = await firstProject(visitor)
      const fresh = joinPlan(server, visitor, projectId)
      await synced(fresh.provider)
      const found = words(fresh.doc).toJSON()
      report.lost += lostCharacters(expected, found)
      expect(found.slice(0, expected.length), `round ${round}, seed ${seed}`).toBe(expected)
      if (round < kills) {
        const { confirmed, acknowledged, seen, typed } = await typeUntilKilled(
          server,
          visitor,
          projectId,
          pick,
        )
        expect(typed.startsWith(found)).toBe(true)
        report.acknowledged += acknowledged
        report.seen += seen
        report.unconfirmed += typed.length - confirmed.length
        expected = confirmed
      }
      fresh.provider.destroy()
      await server.kill()
    }
    // Something must have been at stake, or nothing was tested.
    expect(report.acknowledged).toBeGreaterThan(kills)
    expect(report.seen).toBeGreaterThan(kills)
    expect(report.lost).toBe(0)
    process.stdout.write(`${kills} kills: ${JSON.stringify(report)}\n`)
  },
  60_000 + kills * 15_000,
)

/** Types, kills the server at a random moment of it, and says what was confirmed by then. */
async function typeUntilKilled(
  server: ServerProcess,
  visitor: Visitor,
  projectId: Parameters<typeof joinPlan>[2],
  pick: Pick,
) {
  const watcher = joinPlan(server, visitor, projectId)
  const { doc, client } = joinPlanAsApp(server, visitor, projectId)
  await Promise.all([client.whenLoaded, synced(watcher.provider)])

  const before = words(doc).length
  let acknowledged = before
  client.subscribe(() => {
    if (client.state.type === 'saved') acknowledged = words(doc).length
  })
  const killAt = before + 30 + pick(400)
  const deaths: Promise<void>[] = []
  while (deaths.length === 0) {
    const burst = 1 + pick(12)
    for (let n = 0; n < burst; n += 1) {
      const length = words(doc).length
      words(doc).insert(length, letter(length))
      if (length === killAt) deaths.push(server.kill())
    }
    // The pace of typing: a pause to read «Enregistré» now and then, else the next word comes before the answer.
    if (deaths.length === 0 && pick(10) < 3) await saved(client)
    else await delay(pick(6))
  }
  await Promise.all(deaths)
  client.close()
  const seen = words(watcher.doc).length
  watcher.provider.destroy()
  const typed = words(doc).toJSON()
  const confirmed = typed.slice(0, Math.max(acknowledged, seen))
  return { typed, confirmed, acknowledged: acknowledged - before, seen: seen - before }
}

async function enter(server: ServerProcess): Promise<Visitor> {
  const visitor = createVisitor(server.url, (request) => fetch(request))
  if (server.setupUrl !== null) await setUpAdmin(visitor, setupToken(server))
  else await visitor.send('POST', '/api/session', { email: 'admin@example.fr', password })
  return visitor
}

function words(doc: Y.Doc): Y.Text {
  return doc.getText('typed')
}

function letter(index: number): string {
  return 'abcdefghijklmnopqrstuvwxyz '[index % 27] ?? ' '
}

function lostCharacters(expected: string, found: string): number {
  let kept = 0
  while (kept < expected.length && expected[kept] === found[kept]) kept += 1
  return expected.length - kept
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { projectIdSchema } from '@concerte/api'
import { createPick } from '@concerte/testkit'
import { expect, test, vi } from 'vitest'

import { openSqlite } from '../storage/sqlite/open.ts'
import { firstProject, password, setUpAdmin } from '../testing/people.ts'
import { runCommand } from '../testing/run-command.ts'
import { startServerProcess } from '../testing/server-process.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { joinPlan, joinPlanAsApp, saved, setupToken, synced } from '../testing/test-server.ts'
import { createVisitor } from '../testing/visitor.ts'
import { copyDatabase } from './copy-database.ts'
import { inspectDatabase } from './inspect-database.ts'
import { removeLeftovers } from './leftovers.ts'
import { prepareRestore } from './prepare-restore.ts'
import { replaceData } from './replace-data.ts'

const now = () => '2026-01-01T00:00:00.000Z'
/** Some ten steps of the copy. */
const planBytes = 4_000_000

// Several processes one after another, each slow to start where the machine is busy.
vi.setConfig({ testTimeout: 240_000 })

async function setupData(plan: string) {
  const dataDir = temporaryFolder()
  const path = join(dataDir, 'concerte.sqlite')
  const storage = await openSqlite({ path, now })
  await storage.projects.add({
    id: projectIdSchema.parse(plan),
    cover: { title: plan, academy: '', period: null },
    update: new Uint8Array(planBytes).fill(plan.length),
    lead: null,
  })
  await storage.close()
  return { dataDir, path }
}

/** What a server would find: the one plan of these data, whole. */
async function plansOf(path: string): Promise<string[]> {
  expect(await inspectDatabase(path)).toMatchObject({ type: 'sound' })
  const storage = await openSqlite({ path, now })
  const plans = await storage.projects.listAll()
  await storage.close()
  return plans.map(({ id }) => id)
}

test.each([
  ['kept', 1, 'old'],
  ['signed-in', 1, 'old'],
  ['copying', 1, 'old'],
  ['copying', 5, 'old'],
  ['copied', 1, 'restored'],
] as const)(
  'a restore that is killed at «%s» (%i) leaves the %s data, whole, and the next one succeeds',
  async (step, times, expected) => {
    const there = await setupData('restored')
    const { dataDir, path } = await setupData('old')
    const file = join(temporaryFolder(), 'backup.sqlite')
    await copyDatabase(there.path, file)
    const { path: incoming } = await prepareRestore({ dataDir, file, now })
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('../testing/replace-data-child.ts', import.meta.url)),
        path,
        incoming,
        step,
        String(times),
      ],
      { stdio: 'inherit' },
    )
    await once(child, 'exit')
    expect(child.signalCode).toBe('SIGKILL')

    removeLeftovers(dataDir)
    expect(await plansOf(path)).toEqual([expected])
    expect(readdirSync(dataDir).filter((name) => /restoring|part$/.test(name))).toEqual([])
    const again = await prepareRestore({ dataDir, file, now })
    await replaceData({ path, incoming: again.path, nowMs: () => 1 })
    expect(await plansOf(path)).toEqual(['restored'])
  },
)

test('a server that is killed while it restores has the data of before or those of the backup, never a mix', async () => {
  const pick = createPick(20_261)
  const dataDir = temporaryFolder()
  const file = join(temporaryFolder(), 'backup.sqlite')
  const environment = { DATA_DIR: dataDir }
  let typed = ''
  for (let round = 0; round < 4; round += 1) {
    const server = await startServerProcess(dataDir)
    const visitor = createVisitor(server.url, (request) => fetch(request))
    if (server.setupUrl !== null) await setUpAdmin(visitor, setupToken(server))
    else await visitor.send('POST', '/api/session', { email: 'admin@example.fr', password })
    const projectId = await firstProject(visitor)
    const fresh = joinPlan(server, visitor, projectId)
    await synced(fresh.provider)
    expect(['', 'avant', 'avant après']).toContain(fresh.doc.getText('typed').toJSON())
    if (round > 0) expect(['avant', typed]).toContain(fresh.doc.getText('typed').toJSON())
    fresh.provider.destroy()
    if (round === 3) break

    const { doc, client } = joinPlanAsApp(server, visitor, projectId)
    await client.whenLoaded
    const text = doc.getText('typed')
    if (round === 0) {
      text.insert(0, 'avant')
      await saved(client)
      expect((await runCommand(['backup', file], environment)).exitCode).toBe(0)
    }
    if (text.toJSON() === 'avant') text.insert(5, ' après')
    typed = text.toJSON()
    await saved(client)
    client.close()
    const restoring = runCommand(['restore', file], environment)
    // From before it asks until after it is done.
    await delay(200 + pick(700))
    await server.kill()
    await restoring
  }
})

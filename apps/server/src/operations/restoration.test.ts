import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectIdSchema } from '@concerte/api'
import { expect, test } from 'vitest'

import { createLog } from '../log.ts'
import { openSqlite } from '../storage/sqlite/open.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { copyDatabase } from './copy-database.ts'
import { keptName, timeStamp } from './leftovers.ts'
import { createRestoration } from './restoration.ts'

const now = () => '2026-01-01T00:00:00.000Z'

async function setupData(plan: string): Promise<string> {
  const path = join(temporaryFolder(), 'concerte.sqlite')
  const storage = await openSqlite({ path, now })
  const cover = { title: plan, academy: '', period: null }
  await storage.projects.add({
    id: projectIdSchema.parse(plan),
    cover,
    update: new Uint8Array([0, 0]),
    lead: null,
  })
  await storage.close()
  return path
}

/** `resumes`: how each resume in turn ends. */
async function setup(resumes: (Error | null)[] = []) {
  const path = await setupData('former')
  const file = join(temporaryFolder(), 'backup.sqlite')
  await copyDatabase(await setupData('restored'), file)
  const calls: string[] = []
  const events: string[] = []
  let time = 0
  const restoration = createRestoration({
    dataDir: join(path, '..'),
    path,
    nowMs: () => (time += 1),
    log: createLog({
      level: 'debug',
      now: () => '',
      write: (line) => events.push(String(JSON.parse(line).event)),
    }),
    suspend: async () => void calls.push('suspend'),
    resume: async () => {
      calls.push('resume')
      const failure = resumes.shift() ?? null
      if (failure !== null) throw failure
    },
  })
  const plans = async () => {
    const storage = await openSqlite({ path, now })
    const list = await storage.projects.listAll()
    await storage.close()
    return list.map(({ id }) => id)
  }
  return { path, file, restoration, calls, events, plans }
}

test('people are sent away after the file was found good, and let in when the data are there', async () => {
  const { file, restoration, calls, events, plans } = await setup()
  expect(await restoration.restore(file)).toMatchObject({ plans: 1, accounts: 0, kept: expect.any(String) })
  expect(calls).toEqual(['suspend', 'resume'])
  expect(events).toEqual(['restore-begun', 'restored'])
  expect(await plans()).toEqual(['restored'])
})

test('a file that is no good disturbs nobody', async () => {
  const { file, restoration, calls, events, plans } = await setup()
  writeFileSync(file, 'not a database'.repeat(1000))
  await expect(restoration.restore(file)).rejects.toMatchObject({ problem: 'foreign' })
  expect(calls).toEqual([])
  expect(events).toEqual(['restore-failed'])
  expect(await plans()).toEqual(['former'])
})

test('data that the server cannot work with give way to the former ones again', async () => {
  const { file, restoration, calls, events, plans } = await setup([new Error('unusable')])
  await expect(restoration.restore(file)).rejects.toMatchObject({ problem: 'unusable' })
  expect(calls).toEqual(['suspend', 'resume', 'resume'])
  expect(events).toEqual(['restore-begun', 'restore-undone', 'restore-failed'])
  expect(await plans()).toEqual(['former'])
})

test('when the data cannot be replaced people are let in to the former ones', async () => {
  const { path, file, restoration, calls, plans } = await setup()
  // Nothing is replaced that could not be kept: in the place of the file to keep it in stands a folder.
  for (let ms = 0; ms < 20; ms += 1)
    mkdirSync(join(path, '..', keptName(timeStamp(ms)), 'x'), { recursive: true })
  await expect(restoration.restore(file)).rejects.toMatchObject({ problem: 'unwritable' })
  expect(calls).toEqual(['suspend', 'resume'])
  expect(await plans()).toEqual(['former'])
})

test('a server that cannot open any data says so', async () => {
  const { path, file, restoration, events } = await setup([new Error('one'), new Error('two')])
  rmSync(path)
  await expect(restoration.restore(file)).rejects.toMatchObject({ problem: 'failed' })
  expect(events).toContain('resume-failed')
})

test('one restore at a time, and none once the server is stopping', async () => {
  const { file, restoration, plans } = await setup()
  const [first, second] = await Promise.allSettled([restoration.restore(file), restoration.restore(file)])
  expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
  const last = restoration.restore(file)
  await restoration.end()
  await last
  await expect(restoration.restore(file)).rejects.toMatchObject({ problem: 'busy' })
  expect(await plans()).toEqual(['restored'])
})

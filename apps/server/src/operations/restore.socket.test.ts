import { copyFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import type { ProjectId } from '@concerte/api'
import type { SyncClient } from '@concerte/sync'
import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'

import { firstProject, setUpAdmin } from '../testing/people.ts'
import { runCommand } from '../testing/run-command.ts'
import { startServerProcess, type ServerProcess } from '../testing/server-process.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { joinPlan, joinPlanAsApp, saved, setupToken, synced, until } from '../testing/test-server.ts'
import { createVisitor, type Visitor } from '../testing/visitor.ts'
import { askServer } from './ask-server.ts'

// A handful of processes one after another, each slow to start where the machine is busy.
vi.setConfig({ testTimeout: 240_000 })

async function setup(options: { dataDir?: string; environment?: Record<string, string> } = {}) {
  const dataDir = options.dataDir ?? temporaryFolder()
  const server = await startServerProcess(dataDir, options.environment)
  const visitor = createVisitor(server.url, (request) => fetch(request))
  await setUpAdmin(visitor, setupToken(server))
  const projectId = await firstProject(visitor)
  const file = join(temporaryFolder(), 'backup.sqlite')
  const run = (...argv: string[]) => runCommand(argv, { DATA_DIR: dataDir })
  return { dataDir, server, visitor, projectId, file, run }
}

test('a backup made while people type holds a whole moment, and restoring it takes them back there', async () => {
  const { dataDir, server, visitor, projectId, file, run } = await setup()
  const { doc, client } = joinPlanAsApp(server, visitor, projectId)
  await client.whenLoaded
  type(doc, 'avant ')
  await saved(client)
  const typing = typeUntil(doc, run('backup', file))
  expect(await typing).toMatchObject({
    exitCode: 0,
    err: expect.stringMatching(/^Written: .*2 plans, 1 account, /),
  })
  type(doc, ' après')
  await saved(client)

  const replaced = refused(client)
  const { exitCode, err } = await run('restore', file)
  expect({ exitCode, err }).toEqual({
    exitCode: 0,
    err: expect.stringMatching(
      /^The data of the backup are in place: 2 plans, 1 account\.\nThose of before are kept in /,
    ),
  })
  // The page learns that what it holds is of another history, and sends nothing of it.
  expect(await replaced).toBe('replaced')

  // Signed in as before, and in the plan of the moment of the backup.
  const words = await read(server, visitor, projectId)
  expect(words).toMatch(/^avant x*$/)
  expect(doc.getText('typed').toJSON()).toMatch(/^avant x+ après$/)
  // What was there before is there to be restored in turn.
  const kept = readdirSync(dataDir).find((name) => name.startsWith('concerte-before-restore-')) ?? ''
  expect((await run('restore', join(dataDir, kept))).exitCode).toBe(0)
  expect(await read(server, visitor, projectId)).toBe(doc.getText('typed').toJSON())
  expect((await server.stop()).exitCode).toBe(0)
})

test('whoever is in a plan comes back to it by themselves when a backup is restored', async () => {
  const { server, visitor, projectId, file, run } = await setup()
  expect((await run('backup', file)).exitCode).toBe(0)
  const { provider } = joinPlan(server, visitor, projectId)
  await synced(provider)
  const closed = new Promise((resolve) => {
    provider.once('connection-close', (event) => resolve(event?.code))
  })
  const back = closed.then(() => new Promise<void>((resolve) => provider.on('sync', (is) => is && resolve())))
  expect((await run('restore', file)).exitCode).toBe(0)
  expect(await closed).toBe(4501)
  await back
})

test('files that are no backup, broken, or of a newer version change nothing, and nobody notices', async () => {
  const { dataDir, server, visitor, projectId, file, run } = await setup()
  const { doc, provider } = joinPlan(server, visitor, projectId)
  await synced(provider)
  let closes = 0
  provider.on('connection-close', () => {
    closes += 1
  })
  const folder = temporaryFolder()
  expect((await run('backup', file)).exitCode).toBe(0)

  const newer = join(folder, 'newer.sqlite')
  copyFileSync(file, newer)
  const database = new DatabaseSync(newer)
  database.exec(`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-future', '')`)
  database.close()
  const foreign = join(folder, 'foreign.sqlite')
  const other = new DatabaseSync(foreign)
  other.exec('CREATE TABLE user (id TEXT)')
  other.close()
  const text = join(folder, 'text.txt')
  writeFileSync(text, 'Projet académique\n'.repeat(500))

  expect(await run('restore', newer)).toMatchObject({
    exitCode: 1,
    err: 'This backup comes from a newer version of Concerte. Update Concerte, then try again. Nothing has changed.\n',
  })
  const ask = (path: string) => askServer(dataDir, { command: 'restore', file: path })
  expect(await ask(foreign)).toMatchObject({ type: 'refused', problem: 'foreign' })
  expect(await ask(text)).toMatchObject({ type: 'refused', problem: 'foreign' })
  expect(await ask(join(folder, 'missing.sqlite'))).toMatchObject({ problem: 'unreadable' })

  expect(closes).toBe(0)
  expect(readdirSync(dataDir).filter((name) => /restor/.test(name))).toEqual([])
  doc.getText('typed').insert(0, 'on continue')
  const { doc: seen } = joinPlan(server, visitor, projectId)
  await until(seen, () => seen.getText('typed').toJSON() === 'on continue')
})

test('a data folder with a long name has its socket, for its owner alone, and gives it up', async () => {
  const dataDir = join(temporaryFolder(), 'd'.repeat(120), 'e'.repeat(60))
  const { server, file, run } = await setup({ dataDir })
  expect(statSync(join(dataDir, 'control.sock')).mode & 0o777).toBe(0o600)
  expect((await run('backup', file)).exitCode).toBe(0)
  expect((await run('restore', file)).exitCode).toBe(0)
  // Killed, it leaves its socket; the next server takes the place.
  await server.kill()
  expect(readdirSync(dataDir)).toContain('control.sock')
  const next = await startServerProcess(dataDir)
  expect(await askServer(dataDir, { command: 'restore', file })).toMatchObject({ type: 'restored' })
  await next.stop()
  expect(readdirSync(dataDir)).not.toContain('control.sock')
})

test('without a server the command restores by itself, into an empty folder too', async () => {
  const { server, visitor, projectId, file, run } = await setup()
  const { doc, client } = joinPlanAsApp(server, visitor, projectId)
  await client.whenLoaded
  type(doc, 'gardé')
  await saved(client)
  expect((await run('backup', file)).exitCode).toBe(0)
  client.close()
  await server.stop()

  const elsewhere = join(temporaryFolder(), 'data')
  const { exitCode, err } = await runCommand(['restore', file], { DATA_DIR: elsewhere })
  expect({ exitCode, err }).toEqual({
    exitCode: 0,
    err: 'The data of the backup are in place: 2 plans, 1 account.\n',
  })
  const other = await startServerProcess(elsewhere)
  expect(other.setupUrl).toBeNull()
  const returned = createVisitor(other.url, (request) => fetch(request))
  await returned.send('POST', '/api/session', { email: 'admin@example.fr', password: 'un mot de passe' })
  expect(await read(other, returned, projectId)).toBe('gardé')
})

function type(doc: Y.Doc, words: string): void {
  const text = doc.getText('typed')
  for (const letter of words) text.insert(text.length, letter)
}

async function typeUntil<T>(doc: Y.Doc, done: Promise<T>): Promise<T> {
  const ended = done.then(() => true)
  while (!(await Promise.race([ended, delay(2, false)]))) type(doc, 'x')
  return done
}

function refused(client: SyncClient): Promise<string> {
  return new Promise((resolve) => {
    client.subscribe(() => {
      if (client.state.type === 'refused') resolve(client.state.code)
    })
  })
}

async function read(server: ServerProcess, visitor: Visitor, projectId: ProjectId): Promise<string> {
  const { doc, provider } = joinPlan(server, visitor, projectId)
  await synced(provider)
  provider.destroy()
  return doc.getText('typed').toJSON()
}

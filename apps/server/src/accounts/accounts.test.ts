import { sessionSchema, setupStateSchema } from '@concerte/api'
import { getMigrations } from 'better-auth/db/migration'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { openSqlite } from '../storage/sqlite/open.ts'
import { password, setUpAdmin } from '../testing/people.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { setupApp } from '../testing/test-app.ts'
import { refusalCode } from '../testing/visitor.ts'
import { createAccounts } from './accounts.ts'
import { authOptions } from './auth-options.ts'

const account = { name: 'Ada', email: 'ada@example.fr', password }

async function setupStorage() {
  const storage = await openSqlite({
    path: join(temporaryFolder(), 'concerte.sqlite'),
    now: () => new Date().toISOString(),
  })
  onTestFinished(() => storage.close())
  return storage
}

test('our migrations make the tables that better-auth wants', async () => {
  const { authDatabase } = await setupStorage()
  const plan = await getMigrations(
    authOptions({ database: authDatabase, secret: 'x'.repeat(32), secureCookies: false }),
  )
  expect(plan.toBeCreated).toEqual([])
  expect(plan.toBeAdded).toEqual([])
  expect(plan.toBeAddedIndexes).toEqual([])
  expect(plan.schemaProblems).toEqual([])
})

test.each([true, false])(
  'the session cookie is closed to scripts and other sites (https: %s)',
  async (https) => {
    const storage = await setupStorage()
    const accounts = createAccounts({
      database: storage.authDatabase,
      secret: 'x'.repeat(32),
      secureCookies: https,
    })
    await storage.accounts.add(await accounts.prepare(account, false))
    const { cookies } = await accounts.signIn(account)
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/; HttpOnly/)
    expect(cookies[0]).toMatch(/; SameSite=Lax/)
    expect(cookies[0]?.includes('; Secure')).toBe(https)
  },
)

test('a session ends with signing out, also for whoever kept the cookie', async () => {
  const { deps, visit } = await setupApp()
  const visitor = visit()
  await setUpAdmin(visitor, deps.setupToken.value)
  const stolen = visitor.cookie
  expect((await visitor.send('DELETE', '/api/session')).status).toBe(204)
  expect(visitor.cookie).toBe('')
  const response = await visit().send('GET', '/api/projects', undefined, { cookie: stolen })
  expect(await refusalCode(response)).toBe('not-signed-in')
})

test('a cookie that was changed is nobody’s', async () => {
  const { deps, visit } = await setupApp()
  const visitor = visit()
  await setUpAdmin(visitor, deps.setupToken.value)
  const forged = visitor.cookie.replace(/=./, '=~')
  const response = await visit().send('GET', '/api/session', undefined, { cookie: forged })
  expect(sessionSchema.parse(await response.json())).toEqual({ user: null })
})

test('the set-up link makes an administrator, once, and is then closed', async () => {
  const { deps, visit } = await setupApp()
  const visitor = visit()
  expect(await visitor.read(setupStateSchema, 'GET', '/api/setup')).toEqual({ open: true })
  const wrong = await visitor.send('POST', '/api/setup', { ...account, token: 'wrong' })
  expect(await refusalCode(wrong)).toBe('setup-token-invalid')
  const setup = { ...account, token: deps.setupToken.value }
  const { user } = await visitor.read(sessionSchema, 'POST', '/api/setup', setup)
  expect(user).toMatchObject({ name: 'Ada', admin: true })
  expect(await visitor.read(setupStateSchema, 'GET', '/api/setup')).toEqual({ open: false })
  expect(await refusalCode(await visit().send('POST', '/api/setup', setup))).toBe('setup-closed')
})

test('of several posts to the set-up at once one makes an account', async () => {
  const { deps, visit } = await setupApp()
  const responses = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      visit().send('POST', '/api/setup', {
        name,
        email: `${name}@example.fr`,
        password,
        token: deps.setupToken.value,
      }),
    ),
  )
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
  expect(await deps.storage.accounts.count()).toBe(1)
})

test('no request can make itself an administrator', async () => {
  const { deps, visit } = await setupApp()
  const admin = visit()
  await setUpAdmin(admin, deps.setupToken.value)
  await deps.storage.accounts.add(await deps.accounts.prepare(account, false))
  const visitor = visit()
  const body = { ...account, admin: true, user: { admin: true } }
  const { user } = await visitor.read(sessionSchema, 'POST', '/api/session', body)
  expect(user?.admin).toBe(false)
  // better-auth's own routes are not there.
  for (const path of ['/api/auth/update-user', '/api/auth/sign-up/email']) {
    expect((await visitor.send('POST', path, body)).status).toBe(404)
  }
})

test('a short password is told so, but not whether an address has an account', async () => {
  const { deps, visit } = await setupApp()
  const token = deps.setupToken.value
  expect(
    await refusalCode(await visit().send('POST', '/api/setup', { ...account, password: 'court', token })),
  ).toBe('password-too-weak')
  await setUpAdmin(visit(), token)
  const unknown = await visit().send('POST', '/api/session', { email: 'no@example.fr', password })
  const wrong = await visit().send('POST', '/api/session', { email: 'admin@example.fr', password: 'faux' })
  expect(await unknown.json()).toEqual(await wrong.json())
  expect([unknown.status, wrong.status]).toEqual([401, 401])
})

test('guessing one password ends after ten tries, for that address of mail alone, until the window is over', async () => {
  let time = Date.parse('2026-01-01T00:00:00Z')
  const { deps, visit } = await setupApp({ nowMs: () => time })
  const admin = visit()
  await setUpAdmin(admin, deps.setupToken.value)
  const guess = (email: string, password: string) => visit().send('POST', '/api/session', { email, password })
  for (let n = 0; n < 10; n += 1)
    expect(await refusalCode(await guess('Admin@example.fr', 'faux'))).toBe('wrong-credentials')
  const late = await guess('admin@example.fr', password)
  expect(late.headers.get('retry-after')).toBe('900')
  expect(await refusalCode(late)).toBe('too-many-attempts')
  expect(await refusalCode(await guess('other@example.fr', 'faux'))).toBe('wrong-credentials')
  time += 15 * 60_000
  expect((await guess('admin@example.fr', password)).status).toBe(200)
})

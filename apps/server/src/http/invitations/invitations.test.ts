import {
  acceptedInvitationSchema,
  createdInvitationSchema,
  invitationListSchema,
  invitationPreviewSchema,
  memberListSchema,
  sessionSchema,
  type NewInvitation,
} from '@concerte/api'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { firstProject, invite, password, setUpAdmin } from '../../testing/people.ts'
import { setupApp, testOrigin } from '../../testing/test-app.ts'
import { refusalCode } from '../../testing/visitor.ts'
import { hashInvitationToken } from './invitation-token.ts'

async function setupHost() {
  let time = Date.parse('2026-01-01T00:00:00Z')
  const { dataDir, deps, visit } = await setupApp({ nowMs: () => time })
  const admin = visit()
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const base = `/api/projects/${projectId}`
  return {
    dataDir,
    deps,
    visit,
    admin,
    projectId,
    base,
    pass: (ms: number) => {
      time += ms
    },
    makeLink: async (changes: Partial<NewInvitation> = {}) => {
      const body = { role: 'editor', expiresInDays: 7, reusable: false, ...changes }
      const created = await admin.read(createdInvitationSchema, 'POST', `${base}/invitations`, body)
      return { ...created, token: new URL(created.url).pathname.replace('/invitation/', '') }
    },
  }
}

function account(name: string) {
  return { name, email: `${name}@example.fr`, password }
}

test('an invited person reads who invites and to what, makes an account and is in', async () => {
  const { admin, base, makeLink, projectId, visit } = await setupHost()
  const { token, url, invitation } = await makeLink()
  expect(url.startsWith(`${testOrigin}/invitation/`)).toBe(true)
  expect(invitation).toMatchObject({ role: 'editor', state: 'open', uses: 0, createdBy: 'Admin' })
  const guest = visit()
  const preview = await guest.read(invitationPreviewSchema, 'GET', `/api/invitations/${token}`)
  expect(preview).toMatchObject({ role: 'editor', invitedBy: 'Admin' })
  expect(preview.project.academy).toMatch(/^Académie/)
  const body = { account: account('claire') }
  expect(
    await guest.read(acceptedInvitationSchema, 'POST', `/api/invitations/${token}/accept`, body),
  ).toEqual({ projectId })
  const { user } = await guest.read(sessionSchema, 'GET', '/api/session')
  expect(user).toMatchObject({ name: 'claire', admin: false })
  const { members } = await admin.read(memberListSchema, 'GET', `${base}/members`)
  expect(members.map(({ name, role }) => [name, role])).toEqual([['claire', 'editor']])
  expect(await refusalCode(await visit().send('GET', `/api/invitations/${token}`))).toBe('invitation-invalid')
})

test('of several people who post one single link at once one gets in, and the others have no account', async () => {
  const { deps, makeLink, visit } = await setupHost()
  const { token } = await makeLink()
  const responses = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      visit().send('POST', `/api/invitations/${token}/accept`, { account: account(name) }),
    ),
  )
  expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404, 404])
  expect(await deps.storage.accounts.count()).toBe(2)
})

test('someone who has an account joins with it, and gains no second account', async () => {
  const { deps, makeLink, projectId, visit, admin } = await setupHost()
  const guest = visit()
  await invite(admin, guest, { projectId, role: 'reader', name: 'guest' })
  const { token } = await makeLink({ role: 'lead' })
  const taken = { account: account('guest') }
  expect(await refusalCode(await visit().send('POST', `/api/invitations/${token}/accept`, taken))).toBe(
    'email-taken',
  )
  expect(await refusalCode(await visit().send('POST', `/api/invitations/${token}/accept`, {}))).toBe(
    'not-signed-in',
  )
  expect((await guest.send('POST', `/api/invitations/${token}/accept`, {})).status).toBe(200)
  expect((await guest.send('GET', `/api/projects/${projectId}/invitations`)).status).toBe(200)
  expect(await deps.storage.accounts.count()).toBe(2)
})

test('a link ends when its days are over, and when it is withdrawn', async () => {
  const { admin, base, makeLink, pass, visit } = await setupHost()
  const [short, revoked, reusable] = [
    await makeLink({ expiresInDays: 1 }),
    await makeLink(),
    await makeLink({ reusable: true }),
  ]
  for (const name of ['a', 'b']) {
    const body = { account: account(name) }
    await visit().read(acceptedInvitationSchema, 'POST', `/api/invitations/${reusable.token}/accept`, body)
  }
  expect((await admin.send('DELETE', `${base}/invitations/${revoked.invitation.id}`)).status).toBe(204)
  pass(24 * 3600 * 1000)
  for (const { token } of [short, revoked]) {
    expect(await refusalCode(await visit().send('GET', `/api/invitations/${token}`))).toBe(
      'invitation-invalid',
    )
    const response = await visit().send('POST', `/api/invitations/${token}/accept`, { account: account('x') })
    expect(await refusalCode(response)).toBe('invitation-invalid')
  }
  const { invitations } = await admin.read(invitationListSchema, 'GET', `${base}/invitations`)
  const states = Object.fromEntries(invitations.map(({ id, state, uses }) => [id, [state, uses]]))
  expect(states).toEqual({
    [short.invitation.id]: ['expired', 0],
    [revoked.invitation.id]: ['revoked', 0],
    [reusable.invitation.id]: ['open', 2],
  })
})

test('the secret of a link is kept nowhere', async () => {
  const { dataDir, makeLink } = await setupHost()
  const { token } = await makeLink()
  const kept = ['concerte.sqlite', 'concerte.sqlite-wal'].map((file) => readFileSync(join(dataDir, file)))
  expect(kept.some((bytes) => bytes.includes(hashInvitationToken(token)))).toBe(true)
  expect(kept.some((bytes) => bytes.includes(token))).toBe(false)
})

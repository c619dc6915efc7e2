import {
  amendmentSchema,
  createdInvitationSchema,
  memberListSchema,
  projectListSchema,
  threadSchema,
  versionSchema,
  workingGroupSchema,
} from '@concerte/api'
import { expect, test } from 'vitest'

import { usualMail } from '../notices/usual-mail.ts'
import { firstProject, invite, setUpAdmin } from '../testing/people.ts'
import { setupApp } from '../testing/test-app.ts'
import type { Visitor } from '../testing/visitor.ts'

const people = ['anonymous', 'stranger', 'reader', 'reviewer', 'editor', 'lead', 'admin'] as const
type Person = (typeof people)[number]

/** A request, and the status that each person gets, in the order of `people`. `{…}` are filled in by the set-up. */
type Row = [method: string, path: string, body: unknown, ...statuses: number[]]

const plan = '/api/projects/{plan}'
const newComment = { body: 'Remarque', mentions: [] }
const milestone = { name: 'Jalon', isMilestone: true }
const noRestoration = { versionId: 'no-such-version', scope: { type: 'plan' } }
const newThread = { subject: { type: 'node', node: 'cover' }, ...newComment }
const mention = [{ type: 'paragraph', content: [{ text: 'Ensemble' }] }]
const wording = { type: 'text', node: 'cover', field: 'mention', base: [], text: mention }
const newAmendment = { proposal: wording, reason: '', cosigners: [] }
const refusal = { type: 'refuse', revision: 2, reason: 'Non' }
const newGroup = { name: 'Groupe', members: [], axes: ['axis'] }
const noDays = { startsOn: null, endsOn: null }
const noHash = '0'.repeat(64)
const rows: Row[] = [
  //                                                      anonymous stranger reader reviewer editor lead admin
  ['GET', '/api/session', undefined, 200, 200, 200, 200, 200, 200, 200],
  ['GET', '/api/setup', undefined, 200, 200, 200, 200, 200, 200, 200],
  ['GET', '/api/openapi.json', undefined, 200, 200, 200, 200, 200, 200, 200],
  ['GET', '/healthz', undefined, 200, 200, 200, 200, 200, 200, 200],
  ['GET', '/api/projects', undefined, 401, 200, 200, 200, 200, 200, 200],
  ['GET', plan, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', '/api/projects/no-such-plan', undefined, 401, 404, 404, 404, 404, 404, 404],
  ['GET', `${plan}/members`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['PUT', `${plan}/members/{reader}`, { role: 'reader' }, 401, 404, 403, 403, 403, 204, 204],
  ['PUT', `${plan}/members/nobody`, { role: 'reader' }, 401, 404, 403, 403, 403, 404, 404],
  ['DELETE', `${plan}/members/nobody`, undefined, 401, 404, 403, 403, 403, 404, 404],
  ['GET', `${plan}/rights`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/phase`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['PUT', `${plan}/phase`, { phase: 'drafting' }, 401, 404, 403, 403, 403, 204, 204],
  ['PUT', `${plan}/phase`, { phase: 'final' }, 401, 404, 403, 403, 403, 409, 409],
  ['PUT', `${plan}/phases/review`, noDays, 401, 404, 403, 403, 403, 204, 204],
  ['PUT', `${plan}/phases/finished`, noDays, 400, 400, 400, 400, 400, 400, 400],
  ['GET', `${plan}/validation`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/seal/readiness`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['PUT', `${plan}/approvers`, { approvers: [] }, 401, 404, 403, 403, 403, 204, 204],
  ['PUT', `${plan}/approvers`, { approvers: ['nobody'] }, 401, 404, 403, 403, 403, 409, 409],
  // What each may in the phases in which these are possible: http/seal/sealing.test.ts.
  ['PUT', `${plan}/approval`, { sha256: noHash }, 401, 404, 403, 403, 403, 403, 403],
  ['DELETE', `${plan}/approval`, undefined, 401, 404, 403, 403, 403, 403, 403],
  ['POST', `${plan}/seal`, { sha256: noHash, name: 'Finale' }, 401, 404, 403, 403, 403, 403, 403],
  ['POST', `${plan}/reopening`, { reason: 'Erreur', phase: 'review' }, 401, 404, 403, 403, 403, 403, 403],
  ['GET', '/public/{plan}', undefined, 404, 404, 404, 404, 404, 404, 404],
  ['PUT', `${plan}/phase`, { phase: 'finished' }, 400, 400, 400, 400, 400, 400, 400],
  ['GET', `${plan}/groups`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['POST', `${plan}/groups`, newGroup, 401, 404, 403, 403, 403, 200, 200],
  ['PUT', `${plan}/groups/{group}`, newGroup, 401, 404, 403, 403, 403, 204, 204],
  ['PUT', `${plan}/groups/no-such-group`, newGroup, 401, 404, 403, 403, 403, 404, 404],
  ['DELETE', `${plan}/groups/no-such-group`, undefined, 401, 404, 403, 403, 403, 404, 404],
  // The lead's request dissolves it.
  ['DELETE', `${plan}/groups/{group}`, undefined, 401, 404, 403, 403, 403, 204, 404],
  ['GET', `${plan}/locks`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['PUT', `${plan}/locks/{axis}`, undefined, 401, 404, 403, 403, 403, 204, 204],
  ['DELETE', `${plan}/locks/{axis}`, undefined, 401, 404, 403, 403, 403, 204, 204],
  ['GET', `${plan}/invitations`, undefined, 401, 404, 403, 403, 403, 200, 200],
  [
    'POST',
    `${plan}/invitations`,
    { role: 'reader', expiresInDays: 1, reusable: true },
    401,
    404,
    403,
    403,
    403,
    200,
    200,
  ],
  ['DELETE', `${plan}/invitations/{invitation}`, undefined, 401, 404, 403, 403, 403, 204, 204],
  ['GET', '/api/invitations/{token}', undefined, 200, 200, 200, 200, 200, 200, 200],
  ['GET', '/api/invitations/no-such-token', undefined, 404, 404, 404, 404, 404, 404, 404],
  ['POST', '/api/invitations/no-such-token/accept', {}, 404, 404, 404, 404, 404, 404, 404],
  ['GET', `${plan}/versions`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['POST', `${plan}/versions`, { name: 'Jalon' }, 401, 404, 403, 403, 200, 200, 200],
  ['GET', `${plan}/versions/{version}`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/versions/no-such-version`, undefined, 401, 404, 404, 404, 404, 404, 404],
  ['PUT', `${plan}/versions/{version}`, milestone, 401, 404, 403, 403, 200, 200, 200],
  ['PUT', `${plan}/versions/no-such-version`, milestone, 401, 404, 403, 403, 404, 404, 404],
  ['GET', `${plan}/versions/{version}/comparison`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/versions/no-such-version/comparison`, undefined, 401, 404, 404, 404, 404, 404, 404],
  ['POST', `${plan}/restorations`, noRestoration, 401, 404, 403, 403, 403, 404, 404],
  ['GET', `${plan}/threads`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['POST', `${plan}/threads`, newThread, 401, 404, 403, 200, 200, 200, 200],
  ['PATCH', `${plan}/threads/{thread}`, { resolved: true }, 401, 404, 403, 200, 200, 200, 200],
  ['PUT', `${plan}/threads/{thread}/read`, { upTo: 1 }, 401, 404, 204, 204, 204, 204, 204],
  ['POST', `${plan}/threads/{thread}/comments`, newComment, 401, 404, 403, 200, 200, 200, 200],
  // The comment is by the administrator: nobody else changes it.
  ['PUT', `${plan}/threads/{thread}/comments/{comment}`, newComment, 401, 404, 403, 403, 403, 403, 200],
  ['DELETE', `${plan}/threads/{thread}/comments/{comment}`, undefined, 401, 404, 403, 403, 403, 403, 204],
  ['GET', `${plan}/amendments`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/amendments.csv`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/amendments/{amendment}/revisions`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['POST', `${plan}/amendments`, newAmendment, 401, 404, 403, 200, 200, 200, 200],
  // The amendment is by the administrator. What each may in which phase: http/amendments/amendment-rights.test.ts.
  [
    'PUT',
    `${plan}/amendments/{amendment}`,
    { ...newAmendment, revision: 1 },
    401,
    404,
    403,
    403,
    403,
    403,
    200,
  ],
  ['PUT', `${plan}/amendments/{amendment}/support`, undefined, 401, 404, 403, 204, 204, 204, 403],
  ['DELETE', `${plan}/amendments/{amendment}/support`, undefined, 401, 404, 403, 204, 204, 204, 403],
  ['PUT', `${plan}/amendments/{amendment}/signature`, undefined, 401, 404, 403, 403, 403, 403, 403],
  ['DELETE', `${plan}/amendments/{amendment}/signature`, undefined, 401, 404, 403, 403, 403, 403, 403],
  ['POST', `${plan}/amendments/{amendment}/decisions`, refusal, 401, 404, 403, 403, 200, 409, 409],
  ['POST', `${plan}/amendments/{amendment}/withdrawal`, { reason: '' }, 401, 404, 403, 403, 403, 403, 409],
  ['GET', '/api/notifications', undefined, 401, 200, 200, 200, 200, 200, 200],
  ['POST', '/api/notifications/read', {}, 401, 204, 204, 204, 204, 204, 204],
  ['GET', '/api/notifications/preferences', undefined, 401, 200, 200, 200, 200, 200, 200],
  ['PUT', '/api/notifications/preferences', { mail: usualMail }, 401, 204, 204, 204, 204, 204, 204],
  ['GET', '/api/notifications/stop/no-such-token', undefined, 404, 404, 404, 404, 404, 404, 404],
  ['POST', '/api/notifications/stop/no-such-token', {}, 404, 404, 404, 404, 404, 404, 404],
  ['GET', `${plan}/trail`, undefined, 401, 404, 403, 403, 403, 200, 200],
  ['GET', `${plan}/authors`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/authorship`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/export/json`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/export/html?version={version}`, undefined, 401, 404, 200, 200, 200, 200, 200],
  ['GET', `${plan}/export/exe`, undefined, 400, 400, 400, 400, 400, 400, 400],
  ['POST', '/api/projects/import', { neither: 'text nor plan' }, 401, 422, 422, 422, 422, 422, 422],
  ['GET', '/api/nothing', undefined, 404, 404, 404, 404, 404, 404, 404],
  // Last: it makes a plan that the lists above would show.
  [
    'POST',
    '/api/projects',
    { template: 'actions', academy: 'Lille', period: null },
    401,
    200,
    200,
    200,
    200,
    200,
    200,
  ],
]

async function setupPeople() {
  const { deps, visit, api } = await setupApp()
  const visitors: Record<Person, Visitor> = {
    anonymous: visit(),
    stranger: visit(),
    reader: visit(),
    reviewer: visit(),
    editor: visit(),
    lead: visit(),
    admin: visit(),
  }
  const { admin, lead, editor, reviewer, reader, stranger } = visitors
  await setUpAdmin(admin, deps.setupToken.value)
  const { projects } = await admin.read(projectListSchema, 'GET', '/api/projects')
  const [projectId, otherId] = projects.map(({ id }) => id)
  if (projectId === undefined || otherId === undefined) throw new Error('The seeds are two plans')
  await invite(admin, lead, { projectId, role: 'lead' })
  await invite(admin, editor, { projectId, role: 'editor' })
  await invite(admin, reviewer, { projectId, role: 'reviewer' })
  const readerId = await invite(admin, reader, { projectId, role: 'reader' })
  await invite(admin, stranger, { projectId: otherId, role: 'lead', name: 'stranger' })
  const { invitation, url } = await admin.read(
    createdInvitationSchema,
    'POST',
    `/api/projects/${projectId}/invitations`,
    { role: 'reader', expiresInDays: 1, reusable: true },
  )
  const version = await admin.read(versionSchema, 'POST', `/api/projects/${projectId}/versions`, {
    name: 'Un',
  })
  const amendments = `/api/projects/${projectId}/amendments`
  const amendment = await admin.read(amendmentSchema, 'POST', amendments, newAmendment)
  const thread = await admin.read(threadSchema, 'POST', `/api/projects/${projectId}/threads`, newThread)
  const group = await admin.read(workingGroupSchema, 'POST', `/api/projects/${projectId}/groups`, newGroup)
  // A second link, because a row of the table takes the first one back.
  const open = await admin.read(createdInvitationSchema, 'POST', `/api/projects/${projectId}/invitations`, {
    role: 'reader',
    expiresInDays: 1,
    reusable: true,
  })
  expect(url).not.toBe(open.url)
  return {
    api,
    visitors,
    words: {
      plan: projectId,
      reader: readerId,
      invitation: invitation.id,
      token: new URL(open.url).pathname.split('/').at(-1) ?? '',
      version: version.id,
      group: group.id,
      thread: thread.id,
      amendment: amendment.id,
      comment: thread.comments[0]?.id,
      axis: 'axis',
    } as Record<string, string>,
  }
}

test('every route gives every person what their role gives', async () => {
  const { visitors, words } = await setupPeople()
  const fill = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '?')
  const seen: string[] = []
  const expected: string[] = []
  for (const [method, path, body, ...statuses] of rows) {
    for (const [index, person] of people.entries()) {
      const { status } = await visitors[person].send(method, fill(path), body)
      seen.push(`${person} ${method} ${path}: ${status}`)
      expected.push(`${person} ${method} ${path}: ${statuses[index]}`)
    }
  }
  expect(seen).toEqual(expected)
}, 120_000)

test('every registered route of the API is in the table of rights or tested beside it', async () => {
  const { api } = await setupApp()
  const elsewhere = ['POST /api/session', 'DELETE /api/session', 'POST /api/setup']
  const registered = api.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, '*')}`)
  const tested = new Set([...elsewhere, ...rows.map(([method, path]) => `${method} ${toPattern(path)}`)])
  expect([...new Set(registered)].filter((route) => !tested.has(route))).toEqual([])
})

/** `/api/projects/{plan}/members/{reader}` as the pattern of its route, `/api/projects/*‌/members/*`. */
function toPattern(path: string): string {
  return path
    .replace(/\?.*/, '')
    .replaceAll(/\{\w+\}|no-such-\w+|nobody/g, '*')
    .replace(/(export|phases)\/\w+/, '$1/*')
}

test('the addresses of the members are told to leads alone', async () => {
  const { deps, visit } = await setupApp()
  const [admin, reader] = [visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  await invite(admin, reader, { projectId, role: 'reader' })
  const path = `/api/projects/${projectId}/members`
  const [forLead, forReader] = await Promise.all([
    admin.read(memberListSchema, 'GET', path),
    reader.read(memberListSchema, 'GET', path),
  ])
  expect(forLead.members.map((member) => member.email)).toEqual([expect.stringContaining('@')])
  expect(forReader.members).toEqual(forLead.members.map(({ userId, name, role }) => ({ userId, name, role })))
})

test('a member may leave, and comes back only by invitation', async () => {
  const { deps, visit } = await setupApp()
  const [admin, reader] = [visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const id = await invite(admin, reader, { projectId, role: 'reader' })
  expect((await reader.send('DELETE', `/api/projects/${projectId}/members/${id}`)).status).toBe(204)
  expect((await reader.send('GET', `/api/projects/${projectId}`)).status).toBe(404)
})

import {
  notificationListSchema,
  threadIdSchema,
  threadListSchema,
  threadSchema,
  type NewThread,
  type Thread,
} from '@concerte/api'
import { expect, test } from 'vitest'

import { firstProject, invite, setUpAdmin } from '../../testing/people.ts'
import { setupApp } from '../../testing/test-app.ts'
import { refusalCode, type Visitor } from '../../testing/visitor.ts'

async function setupThreads() {
  const { deps, visit } = await setupApp()
  const [admin, lead, ada, max, reader, stranger] = [visit(), visit(), visit(), visit(), visit(), visit()]
  await setUpAdmin(admin, deps.setupToken.value)
  const projectId = await firstProject(admin)
  const plan = `/api/projects/${projectId}`
  await invite(admin, lead, { projectId, role: 'lead' })
  const ids = {
    ada: await invite(lead, ada, { projectId, role: 'reviewer', name: 'ada' }),
    max: await invite(lead, max, { projectId, role: 'reviewer', name: 'max' }),
    reader: await invite(lead, reader, { projectId, role: 'reader' }),
  }
  const told: string[] = []
  const tell = deps.rooms.tell.bind(deps.rooms)
  deps.rooms.tell = (...words) => {
    told.push(words.slice(1).join(' '))
    tell(...words)
  }
  const begin = (by: Visitor, thread: Partial<NewThread> = {}) =>
    by.read(threadSchema, 'POST', `${plan}/threads`, {
      subject: { type: 'node', node: 'cover' },
      body: 'Première remarque',
      mentions: [],
      ...thread,
    })
  const under = (thread: Thread) => `${plan}/threads/${thread.id}`
  return { deps, plan, admin, lead, ada, max, reader, stranger, ids, told, begin, under }
}

function body() {
  return { subject: { type: 'node', node: 'cover' }, body: 'Un', mentions: [] }
}

async function notices(of: Visitor) {
  const { notifications } = await of.read(notificationListSchema, 'GET', '/api/notifications')
  return notifications.map(({ notice }) => notice)
}

test('[S3] a comment is by who is signed in, whatever the request says', async () => {
  const { plan, ada, reader, ids, begin, told, under } = await setupThreads()
  const thread = await begin(ada)
  const forged = { body: 'Réponse', mentions: [], author: { userId: ids.max, name: 'max' } }
  const replied = await ada.read(threadSchema, 'POST', `${under(thread)}/comments`, forged)
  expect(replied.comments.map(({ author }) => author.name)).toEqual(['ada', 'ada'])
  expect(told).toEqual(['threads', 'threads'])
  const { threads } = await reader.read(threadListSchema, 'GET', `${plan}/threads`)
  expect(threads).toMatchObject([{ id: thread.id, number: 1, comments: [{ number: 1 }, { number: 2 }] }])
})

test('a comment whose answer was lost and that is sent again is there once, and told once', async () => {
  const { plan, ada, max, ids, under, begin, told } = await setupThreads()
  const id = threadIdSchema.parse('made-by-the-client')
  const first = await begin(ada, { id, mentions: [ids.max] })
  expect(await begin(ada, { id, mentions: [ids.max] })).toEqual(first)
  const reply = { id: 'so-is-this', body: 'Réponse', mentions: [ids.ada] }
  for (let count = 0; count < 3; count += 1) await max.send('POST', `${under(first)}/comments`, reply)
  const { threads } = await ada.read(threadListSchema, 'GET', `${plan}/threads`)
  expect(threads.map(({ comments }) => comments.length)).toEqual([2])
  expect([await notices(max), await notices(ada)].map(({ length }) => length)).toEqual([1, 1])
  expect(told.filter((topic) => topic === 'threads')).toHaveLength(2)
  expect(await refusalCode(await max.send('POST', `${plan}/threads`, { ...body(), id }))).toBe('forbidden')
})

test('[S4] readers and strangers write nothing, and nobody changes a comment of another', async () => {
  const { plan, lead, ada, reader, stranger, begin, under } = await setupThreads()
  const thread = await begin(ada)
  const comment = `${under(thread)}/comments/${thread.comments[0]?.id}`
  const words = { body: 'Autre', mentions: [] }
  const requests = [
    ['POST', `${plan}/threads`, { subject: { type: 'node', node: 'cover' }, ...words }],
    ['POST', `${under(thread)}/comments`, words],
    ['PATCH', under(thread), { resolved: true }],
    ['PUT', comment, words],
    ['DELETE', comment, undefined],
  ] as const
  for (const [method, path, body] of requests) {
    expect(await refusalCode(await reader.send(method, path, body))).toBe('forbidden')
    expect((await stranger.send(method, path, body)).status).toBe(401)
  }
  expect(await refusalCode(await lead.send('PUT', comment, words))).toBe('forbidden')
  expect(await refusalCode(await lead.send('DELETE', comment))).toBe('forbidden')
  const { threads } = await lead.read(threadListSchema, 'GET', `${plan}/threads`)
  expect(threads).toEqual([{ ...thread, readUpTo: 0 }])
})

test('[S4] in a plan that is final nothing is said any more, and what was said is read', async () => {
  const { deps, plan, ada, reader, begin, under } = await setupThreads()
  const thread = await begin(ada)
  const projectId = await firstProject(ada)
  await deps.storage.rights.setPhase(projectId, 'final')
  const refused = await ada.send('POST', `${under(thread)}/comments`, { body: 'Encore', mentions: [] })
  expect(await refusalCode(refused)).toBe('phase-forbids')
  expect((await reader.read(threadListSchema, 'GET', `${plan}/threads`)).threads).toHaveLength(1)
})

test('each is told once: named, asked, or taking part; never of what they wrote themselves', async () => {
  const { lead, ada, max, ids, begin, told, under } = await setupThreads()
  const long = `Une phrase ${'très '.repeat(60)}longue`
  const thread = await begin(lead, { body: long, mentions: [ids.ada], assigneeId: ids.ada })
  expect(await notices(ada)).toMatchObject([{ type: 'mention', by: 'lead', number: 1 }])
  const [notice] = await notices(ada)
  expect(notice).toMatchObject({ excerpt: expect.stringMatching(/^Une phrase très .{100,150} très…$/) })
  expect(told).toContain(`notifications ${ids.ada}`)

  await max.send('POST', `${under(thread)}/comments`, { body: 'Réponse', mentions: [] })
  expect(await notices(max)).toEqual([])
  const [reply, ...invitations] = await notices(lead)
  expect(reply).toMatchObject({ type: 'reply', by: 'max' })
  // Who made an invitation is told who came by it.
  expect(invitations.map(({ by }) => by)).toEqual(['reader', 'max', 'ada'])
  expect((await notices(ada)).map(({ type }) => type).toSorted()).toEqual(['mention', 'reply'])

  await lead.send('PATCH', under(thread), { assigneeId: ids.max })
  await lead.send('PATCH', under(thread), { assigneeId: ids.max })
  expect(await notices(max)).toMatchObject([{ type: 'assignment', by: 'lead' }])
})

test('whoever is named when a comment is changed is told, and who was named before is not told again', async () => {
  const { lead, ada, max, ids, begin, under } = await setupThreads()
  const thread = await begin(lead, { mentions: [ids.ada] })
  const path = `${under(thread)}/comments/${thread.comments[0]?.id}`
  await lead.send('PUT', path, { body: 'Pour vous deux', mentions: [ids.ada, ids.max] })
  expect(await notices(ada)).toHaveLength(1)
  expect(await notices(max)).toMatchObject([{ type: 'mention', excerpt: 'Pour vous deux' }])
})

test('words that were taken away are read nowhere any more', async () => {
  const { plan, lead, ada, ids, begin, under } = await setupThreads()
  const thread = await begin(lead, { mentions: [ids.ada] })
  const path = `${under(thread)}/comments/${thread.comments[0]?.id}`
  expect((await lead.send('DELETE', path)).status).toBe(204)
  expect(await refusalCode(await lead.send('DELETE', path))).toBe('not-found')
  expect(await notices(ada)).toEqual([])
  const { threads } = await ada.read(threadListSchema, 'GET', `${plan}/threads`)
  expect(threads).toMatchObject([{ comments: [{ body: '', mentions: [], deletedAt: expect.any(String) }] }])
})

test('a request that is not a comment is refused', async () => {
  const { plan, ada, begin, under } = await setupThreads()
  const thread = await begin(ada)
  for (const body of [{ body: '  ', mentions: [] }, { body: 'x'.repeat(10_001), mentions: [] }, {}]) {
    const refused = await ada.send('POST', `${under(thread)}/comments`, body)
    expect(await refusalCode(refused)).toBe('invalid-request')
  }
  const unknown = { subject: { type: 'place', node: 'n' }, body: 'Un', mentions: [] }
  expect(await refusalCode(await ada.send('POST', `${plan}/threads`, unknown))).toBe('invalid-request')
  const stranger = { subject: { type: 'node', node: 'n' }, body: 'Un', mentions: ['nobody'] }
  expect(await refusalCode(await ada.send('POST', `${plan}/threads`, stranger))).toBe('not-a-member')
})

import {
  amendmentIdSchema,
  commentIdSchema,
  projectIdSchema,
  threadIdSchema,
  type Notice,
  type ThreadSubject,
  type UserId,
} from '@concerte/api'
import { describe, expect, test } from 'vitest'

import { addMember, addPerson, openFixture, type StorageFixture } from './storage-contract.ts'

const plan = projectIdSchema.parse('plan')
const otherPlan = projectIdSchema.parse('other-plan')
const cover = { title: 'Projet académique', academy: 'Académie de Lille', period: null }
const subject: ThreadSubject = { type: 'node', node: 'n1' }
const threadId = threadIdSchema.parse('thread')
const [first, second] = [commentIdSchema.parse('first'), commentIdSchema.parse('second')]
const start = '2026-01-01T00:00:00.000Z'

/** What every adapter must do about threads and notifications. */
export function describeThreads(name: string, createFixture: () => StorageFixture): void {
  async function setup() {
    const { storage, setTime } = await openFixture(createFixture)
    const lead = await addPerson(storage, 'lead')
    for (const id of [plan, otherPlan]) {
      await storage.projects.add({ id, cover, update: new Uint8Array([1]), lead })
    }
    const ada = await addMember(storage, 'ada', 'reader', lead)
    const max = await addMember(storage, 'max', 'reader', lead)
    const stranger = await addPerson(storage, 'stranger')
    const begin = (by: UserId, mentions: UserId[] = []) =>
      storage.threads.add({
        projectId: plan,
        threadId,
        commentId: first,
        by,
        subject,
        body: 'Un',
        mentions,
        assigneeId: null,
      })
    return { storage, setTime, lead, ada, max, stranger, begin }
  }

  describe(`${name}: threads`, () => {
    test('[S3] a thread has its number in the plan, its author, and its comments in order', async () => {
      const { storage, setTime, ada, max, begin } = await setup()
      expect(await begin(ada, [max, max])).toMatchObject({ type: 'done' })
      setTime('2026-01-02T00:00:00.000Z')
      await storage.threads.reply({ ...at(max, second), body: 'Deux', mentions: [] })
      const comment = { createdAt: start, editedAt: null, deletedAt: null }
      const thread = {
        id: threadId,
        number: 1,
        subject,
        createdBy: person(ada),
        createdAt: start,
        assignee: null,
        resolved: null,
        comments: [
          { ...comment, id: first, number: 1, author: person(ada), body: 'Un', mentions: [person(max)] },
          {
            ...comment,
            id: second,
            number: 2,
            author: person(max),
            body: 'Deux',
            mentions: [],
            createdAt: '2026-01-02T00:00:00.000Z',
          },
        ],
        // Writing is reading: of her own, and of nothing after it.
        readUpTo: 1,
      }
      expect(await storage.threads.list(plan, ada)).toEqual([thread])
      expect((await storage.threads.find(plan, threadId, max))?.readUpTo).toBe(2)
      expect(await storage.threads.list(otherPlan, ada)).toEqual([])
      expect(await storage.threads.find(otherPlan, threadId, ada)).toBeNull()
      expect(new Set(await storage.threads.participants(plan, threadId))).toEqual(new Set([ada, max]))
    })

    test('only members are named or asked, and nothing is written where one is not', async () => {
      const { storage, ada, stranger, begin } = await setup()
      expect(await begin(ada, [stranger])).toEqual({ type: 'not-a-member' })
      expect(await storage.threads.list(plan, ada)).toEqual([])
      await begin(ada)
      const comment = { ...at(ada, second), body: 'Deux', mentions: [stranger] }
      expect(await storage.threads.reply(comment)).toEqual({ type: 'not-a-member' })
      const change = { ...at(ada), resolved: true, assigneeId: stranger }
      expect(await storage.threads.change(change)).toEqual({ type: 'not-a-member' })
      expect(await storage.threads.find(plan, threadId, ada)).toMatchObject({
        resolved: null,
        assignee: null,
      })
    })

    test('what is sent again with its id is there once, and nobody takes the id of another', async () => {
      const { storage, ada, max, begin } = await setup()
      await begin(ada)
      expect(await begin(ada)).toMatchObject({ type: 'done', isRepeated: true })
      expect(await begin(max)).toEqual({ type: 'forbidden' })
      const reply = { ...at(max, second), body: 'Deux', mentions: [] }
      expect(await storage.threads.reply(reply)).toMatchObject({ type: 'done', isRepeated: false })
      expect(await storage.threads.reply(reply)).toMatchObject({ type: 'done', isRepeated: true })
      expect(await storage.threads.reply({ ...reply, by: ada })).toEqual({ type: 'forbidden' })
      const threads = await storage.threads.list(plan, ada)
      expect(threads.map(({ comments }) => comments.map(({ body }) => body))).toEqual([['Un', 'Deux']])
    })

    test('[S4] a comment is changed and emptied by its author alone, and keeps its place', async () => {
      const { storage, ada, lead, begin } = await setup()
      await begin(ada)
      const words = { body: 'Autre', mentions: [] }
      expect(await storage.threads.edit({ ...at(lead), ...words })).toEqual({ type: 'forbidden' })
      expect(await storage.threads.empty(at(lead))).toEqual({ type: 'forbidden' })
      expect(await storage.threads.empty({ ...at(ada), projectId: otherPlan })).toEqual({ type: 'not-found' })
      expect(await storage.threads.edit({ ...at(ada), ...words })).toMatchObject({
        thread: { comments: [{ body: 'Autre', editedAt: start }] },
      })
      expect(await storage.threads.empty(at(ada))).toMatchObject({
        thread: { comments: [{ number: 1, body: '', deletedAt: start }] },
      })
      expect(await storage.threads.edit({ ...at(ada), ...words })).toEqual({ type: 'not-found' })
    })

    test('of two who resolve a thread the first did, until someone reopens it', async () => {
      const { storage, ada, lead, begin } = await setup()
      await begin(ada)
      await storage.threads.change({ ...at(lead), resolved: true, assigneeId: undefined })
      await storage.threads.change({ ...at(ada), resolved: true, assigneeId: ada })
      expect(await storage.threads.find(plan, threadId, ada)).toMatchObject({
        resolved: { by: { userId: lead }, at: start },
        assignee: { userId: ada },
      })
      await storage.threads.change({ ...at(ada), resolved: false, assigneeId: undefined })
      expect(await storage.threads.find(plan, threadId, ada)).toMatchObject({
        resolved: null,
        assignee: { userId: ada },
      })
    })

    test('what somebody has read goes forward only, and is theirs', async () => {
      const { storage, ada, max, begin } = await setup()
      await begin(ada)
      const mark = { projectId: plan, threadId, userId: max }
      expect(await storage.threads.markRead({ ...mark, upTo: 3 })).toBe(true)
      expect(await storage.threads.markRead({ ...mark, upTo: 2 })).toBe(true)
      expect((await storage.threads.find(plan, threadId, max))?.readUpTo).toBe(3)
      expect((await storage.threads.find(plan, threadId, ada))?.readUpTo).toBe(1)
      expect(await storage.threads.markRead({ ...mark, projectId: otherPlan, upTo: 3 })).toBe(false)
    })

    test('a thread does not hang on an amendment that is not of its plan', async () => {
      const { storage, ada } = await setup()
      const subject = { type: 'amendment', amendmentId: amendmentIdSchema.parse('unknown') } as const
      const thread = { ...at(ada), subject, body: 'Un', mentions: [], assigneeId: null }
      expect(await storage.threads.add(thread)).toEqual({ type: 'not-found' })
      expect(await storage.threads.list(plan, ada)).toEqual([])
    })
  })

  describe(`${name}: notifications`, () => {
    const notice: Notice = {
      type: 'mention',
      by: 'lead',
      threadId,
      number: 1,
      commentId: first,
      excerpt: 'Un',
    }

    test('people are told of plans that are open to them, and of no others', async () => {
      const { storage, ada, max, stranger, lead } = await setup()
      const to = [ada, max, stranger]
      expect(
        (await storage.notifications.add({ projectId: plan, to, notice, isMailed: true })).toSorted(),
      ).toEqual([ada, max].toSorted())
      expect(await storage.notifications.list(ada, 10)).toEqual([
        {
          id: expect.any(String),
          projectId: plan,
          projectTitle: cover.title,
          projectAcademy: cover.academy,
          notice,
          createdAt: start,
          readAt: null,
        },
      ])
      expect(await storage.notifications.countUnread(ada)).toBe(1)
      expect(await storage.notifications.list(stranger, 10)).toEqual([])
      await storage.members.remove({ projectId: plan, userId: ada, lastLeadMayGo: false, by: lead })
      expect(await storage.notifications.list(ada, 10)).toEqual([])
      expect(await storage.notifications.countUnread(ada)).toBe(0)
      expect((await storage.notifications.waitingForMail(start)).map(({ userId }) => userId)).toEqual([max])
    })

    test('what was read, sent or is too old waits for no e-mail', async () => {
      const { storage, setTime, ada } = await setup()
      const about = { projectId: plan, to: [ada], notice }
      await storage.notifications.add({ ...about, isMailed: true })
      setTime('2026-01-02T00:00:00.000Z')
      await storage.notifications.add({ ...about, isMailed: false })
      await storage.notifications.add({ ...about, isMailed: true })
      await storage.notifications.add({ ...about, isMailed: true })
      expect(await storage.notifications.waitingForMail(start)).toHaveLength(3)
      const [sent, read] = await storage.notifications.waitingForMail('2026-01-02T00:00:00.000Z')
      expect([sent?.createdAt, sent?.email]).toEqual(['2026-01-02T00:00:00.000Z', 'ada@example.fr'])
      await storage.notifications.settleMail([sent?.id ?? ''])
      await storage.notifications.markRead(ada, [read?.id ?? ''])
      expect((await storage.notifications.waitingForMail(start)).map(({ createdAt }) => createdAt)).toEqual([
        start,
      ])
      expect(await storage.notifications.countUnread(ada)).toBe(3)
      await storage.notifications.markRead(ada, undefined)
      expect(await storage.notifications.countUnread(ada)).toBe(0)
      expect(await storage.notifications.waitingForMail(start)).toEqual([])
    })

    test('what was read goes after ninety days, when the person is told something else; what was not stays', async () => {
      const { storage, setTime, ada, max } = await setup()
      const tell = (to: UserId[]) =>
        storage.notifications.add({ projectId: plan, to, notice, isMailed: false })
      await tell([ada, max])
      await storage.notifications.markRead(ada, undefined)
      setTime('2026-02-01T00:00:00.000Z')
      await tell([ada])
      await storage.notifications.markRead(ada, undefined)
      setTime('2026-04-02T00:00:00.000Z')
      await tell([ada, max])
      const kept = async (of: UserId) =>
        (await storage.notifications.list(of, 10)).map(({ createdAt }) => createdAt.slice(0, 10))
      expect(await kept(ada)).toEqual(['2026-04-02', '2026-02-01'])
      expect(await kept(max)).toEqual(['2026-04-02', '2026-01-01'])
    })

    test('one reads and answers for oneself alone', async () => {
      const { storage, ada, max } = await setup()
      await storage.notifications.add({ projectId: plan, to: [ada], notice, isMailed: true })
      const [one] = await storage.notifications.list(ada, 10)
      await storage.notifications.markRead(max, [one?.id ?? ''])
      expect(await storage.notifications.countUnread(ada)).toBe(1)
      await storage.notifications.chooseMail(ada, { mention: 'none', reply: 'immediate' })
      await storage.notifications.chooseMail(ada, { mention: 'daily' })
      expect(await storage.notifications.mailChoices(ada)).toEqual({ mention: 'daily', reply: 'immediate' })
      expect(await storage.notifications.mailChoices(max)).toEqual({})
    })

    test('what was told of a comment goes with the comment', async () => {
      const { storage, ada } = await setup()
      await storage.notifications.add({ projectId: plan, to: [ada], notice, isMailed: true })
      await storage.notifications.add({
        projectId: plan,
        to: [ada],
        notice: { ...notice, commentId: second },
        isMailed: true,
      })
      await storage.notifications.forgetComment(otherPlan, first)
      expect(await storage.notifications.list(ada, 10)).toHaveLength(2)
      await storage.notifications.forgetComment(plan, first)
      expect(await storage.notifications.list(ada, 10)).toMatchObject([{ notice: { commentId: second } }])
    })
  })
}

function at(by: UserId, commentId = first) {
  return { projectId: plan, threadId, commentId, by }
}

/** Accounts are named by their ids here. */
function person(userId: UserId) {
  return { userId, name: String(userId) }
}

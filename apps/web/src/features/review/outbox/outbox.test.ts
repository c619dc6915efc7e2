import { projectIdSchema, threadIdSchema, userIdSchema, type Thread } from '@concerte/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { ApiError } from '../../../api/api-error.ts'
import { eraseOwnWords } from '../../../offline/own-words.ts'
import { createOutbox, refusalOf, type Outgoing } from './outbox.ts'

const user = userIdSchema.parse('ada')
const projectId = projectIdSchema.parse('plan')

/** What the browser keeps, for a test of one page or two. */
function memoryStorage(): Storage {
  const items = new Map<string, string>()
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      items.set(key, value)
      Object.defineProperty(storage, key, { value, enumerable: true, configurable: true })
    },
    removeItem(key: string) {
      items.delete(key)
      Reflect.deleteProperty(storage, key)
    },
  }
  for (const name of ['getItem', 'setItem', 'removeItem'])
    Object.defineProperty(storage, name, { enumerable: false })
  return storage as Storage
}

beforeEach(() => {
  vi.stubGlobal('localStorage', memoryStorage())
  vi.stubGlobal('window', new EventTarget())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function comment(id: string): Outgoing {
  const subject = { type: 'node', node: 'cover' } as const
  const words = { body: `Mots ${id}`, mentions: [] }
  return { type: 'thread', id: threadIdSchema.parse(id), projectId, subject, ...words, at: id, refusal: null }
}

/** A page with a server that takes, refuses or is away. */
function setupOutbox() {
  const server = { fault: null as ApiError | null, taken: [] as string[] }
  const sent: string[] = []
  const outbox = createOutbox({
    user,
    send(item) {
      if (server.fault !== null) return Promise.reject(server.fault)
      server.taken.push(item.id)
      return Promise.resolve({ id: item.id } as Thread)
    },
    onSent: (_project, { id }) => sent.push(id),
  })
  const waiting = () => outbox.list().map(({ id }) => id)
  return { server, outbox, sent, waiting }
}

it.each(['network', 'unexpected-answer'] as const)(
  '[E1] what is said without a network (%s) stays on the device, in order, and is sent when there is one',
  async (code) => {
    const { server, outbox, sent, waiting } = setupOutbox()
    server.fault = new ApiError(code)
    expect(await outbox.post(comment('b'))).toBeNull()
    expect(await outbox.post(comment('a'))).toBeNull()
    await outbox.flush()
    expect(waiting()).toEqual(['a', 'b'])
    // Another day, another page.
    const later = setupOutbox()
    await later.outbox.flush()
    expect([later.server.taken, later.sent, later.waiting(), waiting()]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      [],
      [],
    ])
    expect(sent).toEqual([])
  },
)

it('[E1] it is on the device before it is sent: a page that goes meanwhile loses nothing', async () => {
  const { outbox, waiting } = setupOutbox()
  const posting = outbox.post(comment('a'))
  expect(setupOutbox().waiting()).toEqual(['a'])
  await posting
  expect(waiting()).toEqual([])
})

it('what the server refuses at once goes back to who wrote it; what it refuses later stays, with the reason, until one gives it up', async () => {
  const { server, outbox, waiting } = setupOutbox()
  server.fault = new ApiError('phase-forbids')
  await expect(outbox.post(comment('a'))).rejects.toThrow(server.fault)
  expect(waiting()).toEqual([])
  server.fault = new ApiError('network')
  for (const id of ['b', 'c']) await outbox.post(comment(id))
  server.fault = new ApiError('forbidden')
  await outbox.flush()
  expect(outbox.list().map((item) => refusalOf(item)?.code)).toEqual(['forbidden', 'forbidden'])
  server.fault = null
  await outbox.flush()
  expect(waiting()).toEqual(['b', 'c'])
  await outbox.flush(comment('b').id)
  outbox.drop(comment('c').id)
  expect([server.taken, waiting()]).toEqual([['b'], []])
})

it('one thing is on its way once, and nothing of it comes back after signing out', async () => {
  const { server, outbox, waiting } = setupOutbox()
  await Promise.all([outbox.post(comment('a')), outbox.flush(), outbox.flush()])
  expect(server.taken).toEqual(['a'])
  server.fault = new ApiError('network')
  await outbox.post(comment('b'))
  server.fault = new ApiError('forbidden')
  const flushing = outbox.flush()
  eraseOwnWords(user)
  await flushing
  expect(waiting()).toEqual([])
})

it('what is given up while something before it is on its way is not sent', async () => {
  const { server, outbox, waiting } = setupOutbox()
  server.fault = new ApiError('network')
  for (const id of ['a', 'b', 'c']) await outbox.post(comment(id))
  server.fault = null
  const flushing = outbox.flush()
  outbox.drop(comment('b').id)
  await flushing
  expect([server.taken, waiting()]).toEqual([['a', 'c'], []])
})

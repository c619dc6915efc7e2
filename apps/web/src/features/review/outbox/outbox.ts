import {
  commentIdSchema,
  commentWordsSchema,
  errorCodeSchema,
  projectIdSchema,
  threadIdSchema,
  threadSubjectSchema,
  type ProjectId,
  type Thread,
  type UserId,
} from '@concerte/api'
import { z } from 'zod'

import { ApiError, isApiError, type ApiErrorCode } from '../../../api/api-error.ts'
import { outgoingKey, outgoingKeys } from '../../../offline/own-words.ts'
import { parseJson } from '../../../offline/parse-json.ts'

const sharedSchema = commentWordsSchema.extend({
  projectId: projectIdSchema,
  /** ISO 8601. */
  at: z.string(),
  /** Why the server does not take it; null while it waits for a network. */
  refusal: z.enum([...errorCodeSchema.options, 'network', 'unexpected-answer']).nullable(),
})
const outgoingSchema = z.discriminatedUnion('type', [
  sharedSchema.extend({ type: z.literal('thread'), id: threadIdSchema, subject: threadSubjectSchema }),
  sharedSchema.extend({ type: z.literal('reply'), id: commentIdSchema, threadId: threadIdSchema }),
])
/** A comment on its way. The id is made here, so that the server has it once however often it is sent. */
export type Outgoing = z.infer<typeof outgoingSchema>

/**
 * What one person said on this device and the server has not taken yet. [E1] It is kept before it is sent, and leaves when it was
 * taken or when the person gives it up, and by nothing else.
 */
export type Outbox = {
  /** What waits, the oldest first; the same list as long as nothing changes. What is being said just now is shown where it is written. */
  list: () => readonly Outgoing[]
  subscribe: (listener: () => void) => () => void
  /**
   * Keeps it and sends it. Resolves to the thread when the server has it, to null while it waits. Rejects, and keeps nothing, when the
   * server refuses it, and where neither the device nor the server takes it.
   */
  post: (item: Outgoing) => Promise<Thread | null>
  /** Sends what waits, and once more what was refused when `again` names it. */
  flush: (again?: Outgoing['id']) => Promise<void>
  drop: (id: Outgoing['id']) => void
}

/** What another try may mend by itself; what is not understood may come from the sign-in page of a network. */
const passing: readonly ApiErrorCode[] = [
  'network',
  'unexpected-answer',
  'not-signed-in',
  'unavailable',
  'too-many-attempts',
  'internal',
]

export function createOutbox(options: {
  user: UserId
  send: (item: Outgoing) => Promise<Thread>
  onSent: (project: ProjectId, thread: Thread) => void
}): Outbox {
  const { user, send, onSent } = options
  const listeners = new Set<() => void>()
  /** On their first try, by this page. */
  const beingSaid = new Set<string>()
  let flushing: Promise<void> | null = null
  let known: { text: string; items: readonly Outgoing[] } = { text: '', items: [] }

  function list(): readonly Outgoing[] {
    const said = new Set([...beingSaid].map((id) => outgoingKey(user, id)))
    const keys = outgoingKeys(user).filter((key) => !said.has(key))
    const texts = keys.map((key) => localStorage.getItem(key) ?? '')
    const text = texts.toSorted().join('\n')
    if (text !== known.text) {
      const items = texts.flatMap((one) => outgoingSchema.safeParse(parseJson(one)).data ?? [])
      known = { text, items: items.toSorted((a, b) => a.at.localeCompare(b.at)) }
    }
    return known.items
  }

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function keep(item: Outgoing): boolean {
    try {
      localStorage.setItem(outgoingKey(user, item.id), JSON.stringify(item))
    } catch {
      // Full, or refused by a policy.
      return false
    }
    tell()
    return true
  }

  function drop(id: Outgoing['id']): void {
    localStorage.removeItem(outgoingKey(user, id))
    tell()
  }

  async function deliver(item: Outgoing): Promise<Thread> {
    const thread = await send(item)
    onSent(item.projectId, thread)
    drop(item.id)
    return thread
  }

  /** One round at a time; what is on its first try is not listed: each is on its way once. */
  async function sendAll(): Promise<void> {
    const tried = new Set<string>()
    for (;;) {
      // Asked anew each time: one gives things up, or names them again, meanwhile.
      const item = list().find(({ id, refusal }) => refusal === null && !tried.has(id))
      if (item === undefined) return
      tried.add(item.id)
      try {
        await deliver(item)
      } catch (error) {
        if (!isApiError(error)) throw error
        // Nothing passes: the others wait for the same.
        if (passing.includes(error.code)) return
        // Signed out or given up meanwhile, here or in another page.
        if (localStorage.getItem(outgoingKey(user, item.id)) !== null) keep({ ...item, refusal: error.code })
      }
    }
  }

  return {
    list,
    subscribe(listener) {
      const onStorage = () => listener()
      listeners.add(listener)
      window.addEventListener('storage', onStorage)
      return () => {
        listeners.delete(listener)
        window.removeEventListener('storage', onStorage)
      }
    },
    async post(item) {
      beingSaid.add(item.id)
      const isKept = keep(item)
      try {
        return await deliver(item)
      } catch (error) {
        if (isKept && isApiError(error, ...passing)) return null
        if (isKept) drop(item.id)
        throw error
      } finally {
        beingSaid.delete(item.id)
        tell()
      }
    },
    flush(again) {
      const refused = list().find(({ id }) => id === again)
      if (refused !== undefined) keep({ ...refused, refusal: null })
      flushing ??= sendAll().finally(() => {
        flushing = null
      })
      return flushing
    },
    drop,
  }
}

/** Why it was refused, as the error that said so. */
export function refusalOf({ refusal }: Outgoing): ApiError | null {
  return refusal === null ? null : new ApiError(refusal)
}

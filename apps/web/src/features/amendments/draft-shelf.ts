import { amendmentIdSchema, userIdSchema, type AmendmentId, type ProjectId, type UserId } from '@concerte/api'
import { proposalSchema, type Proposal } from '@concerte/schema'
import { z } from 'zod'

import { draftsKey } from '../../offline/own-words.ts'

const draftSchema = z.object({
  proposal: proposalSchema,
  reason: z.string(),
  cosigners: z.array(userIdSchema),
  /** The amendment that it is to be the next revision of. */
  improves: z.object({ id: amendmentIdSchema, revision: z.int().positive() }).nullable(),
  /** ISO 8601. */
  savedAt: z.string(),
})
/** An amendment that is being written: on this device alone, until it is sent. */
export type AmendmentDraft = z.infer<typeof draftSchema>

const shelfSchema = z.record(z.string(), z.unknown())

/** One draft a place of the plan; [E1] a crash or a reload loses no word of it, [E2] nobody else on the device is shown it. */
export type DraftShelf = {
  list: () => readonly AmendmentDraft[]
  find: (key: string) => AmendmentDraft | null
  /** False where the device keeps nothing. */
  keep: (draft: AmendmentDraft) => boolean
  drop: (draft: Pick<AmendmentDraft, 'proposal' | 'improves'>) => void
  subscribe: (listener: () => void) => () => void
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Drafts of one person in one plan. What is read is cached: the same list as long as nothing changes. */
export function createDraftShelf(project: ProjectId, user: UserId, storage: Storage): DraftShelf {
  const itemKey = draftsKey(user, project)
  const listeners = new Set<() => void>()
  let known: Shelf & { text: string | null } = { text: null, drafts: new Map(), unread: {} }
  let all: readonly AmendmentDraft[] = []

  function read(): Map<string, AmendmentDraft> {
    const text = readItem(storage, itemKey)
    if (text !== known.text) {
      known = { text, ...parseShelf(text) }
      all = [...known.drafts.values()].toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))
    }
    return known.drafts
  }
  function write(drafts: Map<string, AmendmentDraft>): boolean {
    try {
      const all = { ...known.unread, ...Object.fromEntries(drafts) }
      if (Object.keys(all).length === 0) storage.removeItem(itemKey)
      else storage.setItem(itemKey, JSON.stringify(all))
    } catch {
      // Full, or refused by a policy: it is told, and the words stay on the page.
      return false
    }
    for (const listener of listeners) listener()
    return true
  }

  return {
    list() {
      read()
      return all
    },
    find: (key) => read().get(key) ?? null,
    keep: (draft) => write(new Map(read()).set(draftKey(draft), draft)),
    drop(draft) {
      const drafts = new Map(read())
      if (drafts.delete(draftKey(draft))) write(drafts)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What was written for that place before goes on; else a new one is begun. Null for a place that is not in the plan. */
export function beginDraft(shelf: DraftShelf, proposal: Proposal | null): AmendmentDraft | null {
  if (proposal === null) return null
  const fresh: AmendmentDraft = { proposal, reason: '', cosigners: [], improves: null, savedAt: '' }
  return shelf.find(draftKey(fresh)) ?? fresh
}

/** One draft a place and a kind of change; an improvement has a place of its own. */
export function draftKey(draft: { proposal: Proposal; improves: { id: AmendmentId } | null }): string {
  const { proposal, improves } = draft
  if (improves !== null) return `improves ${improves.id}`
  const node = proposal.type === 'add' ? proposal.at.parent : proposal.node
  const field = proposal.type === 'text' || proposal.type === 'field' ? proposal.field : ''
  return [proposal.type, node, field].join(' ').trim()
}

/** `unread`: what another version of the application wrote, which stays on the device until it can be read. */
type Shelf = { drafts: Map<string, AmendmentDraft>; unread: Record<string, unknown> }

function parseShelf(text: string | null): Shelf {
  const found: Shelf = { drafts: new Map(), unread: {} }
  const shelf = shelfSchema.safeParse(parseJson(text)).data ?? {}
  for (const [key, value] of Object.entries(shelf)) {
    const draft = draftSchema.safeParse(value).data
    if (draft === undefined) found.unread[key] = value
    else found.drafts.set(key, draft)
  }
  return found
}

function readItem(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key)
  } catch {
    return null
  }
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}')
  } catch {
    return {}
  }
}

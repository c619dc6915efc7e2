import type { Thread, UserId } from '@concerte/api'
import type { Standing } from '@concerte/schema'

import { plainWords } from '../find/plain-words.ts'
import { nodeOf } from './thread-place.ts'
import { isUnread } from './use-threads.ts'

export const threadStates = ['open', 'unread', 'mine', 'unplaced', 'resolved', 'all'] as const
export type ThreadState = (typeof threadStates)[number]

/** `axes`: only those within these; null: wherever. `node`: only those on it. */
export type ThreadFilter = {
  state: ThreadState
  axes: readonly string[] | null
  node: string | null
  words: string
}

export const noFilter: ThreadFilter = { state: 'open', axes: null, node: null, words: '' }

/** Whether a thread is among those that one wants to see. */
export function isWanted(
  thread: Thread,
  filter: ThreadFilter,
  about: { me: UserId | undefined; standing: Standing | undefined; axis: string | null },
): boolean {
  const { axes, node, words } = filter
  if (!isInState(thread, filter.state, about)) return false
  if (node !== null && nodeOf(about.standing) !== node) return false
  if (axes !== null && !axes.some((axis) => axis === about.axis)) return false
  return words.trim() === '' || holdsWords(thread, words.trim())
}

function isInState(
  thread: Thread,
  state: ThreadState,
  { me, standing }: { me: UserId | undefined; standing: Standing | undefined },
): boolean {
  switch (state) {
    case 'all':
      return true
    case 'resolved':
      return thread.resolved !== null
    case 'open':
      return thread.resolved === null
    case 'unread':
      return isUnread(thread)
    case 'unplaced':
      return standing?.type === 'unplaced' || standing?.type === 'bin'
    case 'mine':
      return me !== undefined && thread.resolved === null && concerns(thread, me)
  }
}

/** One wrote in it, was named in it, or it was given to one. */
function concerns({ createdBy, assignee, comments }: Thread, me: UserId): boolean {
  return (
    createdBy.userId === me ||
    assignee?.userId === me ||
    comments.some(
      ({ author, mentions }) => author.userId === me || mentions.some(({ userId }) => userId === me),
    )
  )
}

function holdsWords({ comments, subject }: Thread, words: string): boolean {
  const wanted = plainWords(words)
  const quote = subject.type === 'text' ? [subject.anchor.quote] : []
  const all = [...quote, ...comments.flatMap(({ body, author }) => [body, author.name ?? ''])]
  return all.some((text) => plainWords(text).includes(wanted))
}

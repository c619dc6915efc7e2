import type { CommentId, ProjectId, Thread, ThreadId, User, UserId } from '@concerte/api'
import { shortened } from '@concerte/schema'
import type { PlanRooms } from '@concerte/sync'

import { ApiError } from '../../api-error.ts'
import type { Notify } from '../../notices/notify.ts'
import type { Storage } from '../../storage/port.ts'
import type { ThreadResult } from '../../storage/threads-port.ts'
import type { Access } from '../access.ts'

/** What every route that changes a thread takes. */
export type ThreadRoutes = Pick<Storage, 'threads' | 'notifications'> & {
  access: Access
  rooms: Pick<PlanRooms, 'tell'>
  notify: Notify
}

/** @throws ApiError when the change was refused */
export function changedThread(result: ThreadResult): Thread {
  if (result.type !== 'done') throw new ApiError(result.type)
  return result.thread
}

/** Whether it was there already: whoever is to be told of it was told. */
export function isRepeated(result: ThreadResult): boolean {
  return result.type === 'done' && result.isRepeated
}

const excerptLength = 160

/** The first words of a comment, in one line. */
export function excerptOf(body: string): string {
  return shortened(body.replaceAll(/\s+/g, ' ').trim(), excerptLength)
}

/** Tells each once: who is named in a new comment, who is asked to see to its thread, who takes part in it. */
export async function tellOfComment(
  { threads, notify }: Pick<ThreadRoutes, 'threads' | 'notify'>,
  comment: {
    projectId: ProjectId
    threadId: ThreadId
    commentId: CommentId
    number: number
    user: User
    body: string
    mentions: readonly UserId[]
    assigneeId: UserId | null
  },
): Promise<void> {
  const { projectId, threadId, commentId, number, user, body, mentions, assigneeId } = comment
  const about = { by: user.name, threadId, number, commentId, excerpt: excerptOf(body) }
  const told = new Set<UserId>()
  const tell = async (to: readonly UserId[], type: 'mention' | 'assignment' | 'reply') => {
    const fresh = to.filter((userId) => !told.has(userId))
    for (const userId of fresh) told.add(userId)
    await notify({ projectId, to: fresh, by: user.id, notice: { type, ...about } })
  }
  await tell(mentions, 'mention')
  await tell(assigneeId === null ? [] : [assigneeId], 'assignment')
  await tell(await threads.participants(projectId, threadId), 'reply')
}

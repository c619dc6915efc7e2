import type { CommentId, ProjectId, Thread, ThreadId, ThreadSubject, UserId } from '@concerte/api'

/** Discussions keep within these bounds, because a plan's are read as a whole. */
export const maxThreads = 2_000
export const maxComments = 20_000

/**
 * `not-found`: also what a thread hangs on. `forbidden`: a comment of somebody else, an id that is another's. `not-a-member`: one who
 * is named or asked.
 */
type Refusal = 'not-found' | 'forbidden' | 'not-a-member' | 'too-many-threads'
/** `isRepeated`: what was to be added, by that id, is there already; nothing changed. */
export type ThreadResult = { type: 'done'; thread: Thread; isRepeated: boolean } | { type: Refusal }

type InPlan = { projectId: ProjectId; threadId: ThreadId; by: UserId }
type Words = { body: string; mentions: readonly UserId[] }

/** The threads of plans. What is read is as `by`, or the reader, sees it: how far they have read is theirs. */
export type ThreadStore = {
  /** The oldest first. */
  list(projectId: ProjectId, reader: UserId): Promise<Thread[]>
  find(projectId: ProjectId, threadId: ThreadId, reader: UserId): Promise<Thread | null>
  /** Begins a thread with its first comment; once, however often it is asked for with its id. */
  add(
    thread: InPlan & Words & { commentId: CommentId; subject: ThreadSubject; assigneeId: UserId | null },
  ): Promise<ThreadResult>
  /** Once, however often it is asked for with its id. */
  reply(comment: InPlan & Words & { commentId: CommentId }): Promise<ThreadResult>
  edit(comment: InPlan & Words & { commentId: CommentId }): Promise<ThreadResult>
  /** Empties a comment; its place in the thread stays. */
  empty(comment: InPlan & { commentId: CommentId }): Promise<ThreadResult>
  /** What is undefined stays as it is. */
  change(
    change: InPlan & { resolved: boolean | undefined; assigneeId: UserId | null | undefined },
  ): Promise<ThreadResult>
  /** How far somebody has read; it never goes back. Resolves to whether there is such a thread. */
  markRead(mark: Pick<InPlan, 'projectId' | 'threadId'> & { userId: UserId; upTo: number }): Promise<boolean>
  /** Who takes part: who wrote in it or was asked to see to it, and the author of the amendment that it is about. */
  participants(projectId: ProjectId, threadId: ThreadId): Promise<UserId[]>
}

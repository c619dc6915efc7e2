import type {
  CommentId,
  MailChoice,
  Notice,
  NoticeType,
  Notification,
  ProjectId,
  UserId,
} from '@concerte/api'

/** A notice of which nobody has had an e-mail yet, and who is to have it. */
export type WaitingMail = {
  id: string
  userId: UserId
  name: string
  email: string
  projectId: ProjectId
  projectTitle: string
  projectAcademy: string
  notice: Notice
  createdAt: string
}

/** What somebody read goes after this many days, and of each person only so many are kept at all, the newest. */
export const readKeptDays = 90
export const maxNotices = 2_000

/** What people are told of in the application. Nobody is shown anything of a plan that is not open to them any more. */
export type NotificationStore = {
  /**
   * Resolves to whom it was written: those of `to` to whom the plan is open. `isMailed`: an e-mail about it may follow. What is too
   * old to stay of what these people were told goes with it.
   */
  add(notices: {
    projectId: ProjectId
    to: readonly UserId[]
    notice: Notice
    isMailed: boolean
  }): Promise<UserId[]>
  /** The newest first. */
  list(userId: UserId, limit: number): Promise<Notification[]>
  countUnread(userId: UserId): Promise<number>
  /** Of one person; without ids, all of them. */
  markRead(userId: UserId, ids: readonly string[] | undefined): Promise<void>
  /** What was said of a comment is gone with it. */
  forgetComment(projectId: ProjectId, commentId: CommentId): Promise<void>
  /** What the person chose; a kind that is not in it is as usual. */
  mailChoices(userId: UserId): Promise<Partial<Record<NoticeType, MailChoice>>>
  chooseMail(userId: UserId, choices: Partial<Record<NoticeType, MailChoice>>): Promise<void>
  /** Written since then, not read in the application and not mailed, the oldest first. */
  waitingForMail(since: string): Promise<WaitingMail[]>
  /** No e-mail of these any more: it was sent, or nobody wants one. */
  settleMail(ids: readonly string[]): Promise<void>
}

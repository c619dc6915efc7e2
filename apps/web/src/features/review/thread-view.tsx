import type { Comment, Thread, UserId } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { useErrorText } from '../../api/error-text.ts'
import { membersQuery } from '../../api/members.ts'
import { sessionQuery } from '../../api/session.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { usePlan } from '../plan/plan-context.ts'
import { usePermission } from '../plan/rights/use-permission.ts'
import { CommentBox } from './comment-box.tsx'
import { partsOf } from './mentions.ts'
import { reviewMessages } from './messages.ts'
import { OutgoingList } from './outbox/outgoing-list.tsx'
import { useOutgoing } from './outbox/use-outbox.ts'
import styles from './review.module.css'
import { isUnread, useThreadDeeds } from './use-threads.ts'

/** All that was said in a thread, and what one may do with it. Showing it marks it as read. */
export function ThreadView({ thread }: { thread: Thread }) {
  const t = useMessages(reviewMessages)
  const locale = useLocale()
  const errorText = useErrorText()
  const { projectId, commands } = usePlan()
  const me = useQuery(sessionQuery).data?.user?.id
  const mayComment = usePermission('comment')
  const deeds = useThreadDeeds()
  const members = useQuery({ ...membersQuery(projectId), enabled: mayComment }).data ?? []
  const { assignee, resolved } = thread
  const isNew = isUnread(thread)
  const saying = useOutgoing(projectId).filter((item) => item.type === 'reply' && item.threadId === thread.id)
  useEffect(() => {
    // It is shown; without a network, the next time.
    if (isNew) deeds.markRead(thread).catch(() => undefined)
  }, [isNew, deeds, thread])

  const say = (text: string) => commands.say({ text, canUndo: false })
  const run = (deed: Promise<unknown>, said?: string) => {
    deed.then(
      () => said !== undefined && say(said),
      (error: unknown) => say(errorText(error)),
    )
  }
  const copy = () => {
    const link = new URL(`/plans/${projectId}#fil-${thread.number}`, location.origin).href
    navigator.clipboard.writeText(link).then(
      () => say(t.copied),
      () => say(t.notCopied),
    )
  }
  const assigned = members.filter(({ role }) => role !== 'reader')
  return (
    <div className={styles.view}>
      <ol className={styles.comments}>
        {thread.comments.map((comment) => (
          <CommentItem key={comment.id} thread={thread} comment={comment} me={mayComment ? me : undefined} />
        ))}
      </ol>
      <OutgoingList items={saying} />
      {resolved !== null && (
        <p className={styles.note}>
          {t.resolvedBy(resolved.by.name ?? t.someone, formatMoment(resolved.at, locale))}
        </p>
      )}
      {mayComment && resolved === null && (
        <CommentBox
          draft={`reply ${thread.id}`}
          label={t.replyLabel(thread.number)}
          send={t.reply}
          onSend={(comment) => deeds.reply(thread.id, comment)}
        />
      )}
      <div className={styles.acts}>
        {mayComment && (
          <button
            type="button"
            className={styles.act}
            onClick={() =>
              run(
                deeds.change(thread.id, { resolved: resolved === null }),
                resolved === null ? t.saidResolved : t.saidReopened,
              )
            }
          >
            {resolved === null ? t.resolve : t.reopen}
          </button>
        )}
        <button type="button" className={styles.act} onClick={copy}>
          {t.copy}
        </button>
        {mayComment ? (
          <label className={styles.assign}>
            {t.assign}{' '}
            <select
              value={assignee?.userId ?? ''}
              onChange={({ target }) => {
                const member = assigned.find(({ userId }) => userId === target.value)
                run(deeds.change(thread.id, { assigneeId: member?.userId ?? null }))
              }}
            >
              <option value="">{t.nobody}</option>
              {assignee !== null && !assigned.some(({ userId }) => userId === assignee.userId) && (
                <option value={assignee.userId}>{assignee.name ?? t.someone}</option>
              )}
              {assigned.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          assignee !== null && <p className={styles.note}>{t.assignedTo(assignee.name ?? t.someone)}</p>
        )}
      </div>
    </div>
  )
}

function CommentItem({
  thread,
  comment,
  me,
}: {
  thread: Thread
  comment: Comment
  /** Undefined for someone who may not comment. */
  me: UserId | undefined
}) {
  const t = useMessages(reviewMessages)
  const locale = useLocale()
  const errorText = useErrorText()
  const { commands } = usePlan()
  const deeds = useThreadDeeds()
  const [isEditing, setEditing] = useState(false)
  const { author, body, createdAt, editedAt, deletedAt, number } = comment
  const isOwn = author.userId === me && deletedAt === null
  const names = comment.mentions.flatMap(({ name }) => (name === null ? [] : [name]))
  return (
    <li className={styles.comment}>
      <p className={styles.by}>
        <strong>{author.name ?? t.someone}</strong>{' '}
        <time dateTime={createdAt} className={styles.when}>
          {formatMoment(createdAt, locale)}
          {editedAt !== null && deletedAt === null && ` · ${t.edited}`}
        </time>
      </p>
      {isEditing ? (
        <CommentBox
          draft={`edit ${comment.id}`}
          label={t.editOf(number)}
          initial={body}
          send={t.save}
          takesFocus
          onCancel={() => setEditing(false)}
          onSend={async (changed) => {
            await deeds.edit(thread.id, { ...changed, commentId: comment.id })
            setEditing(false)
          }}
        />
      ) : (
        <p
          className={deletedAt === null ? styles.body : styles.note}
          lang={deletedAt === null ? 'fr' : undefined}
        >
          {deletedAt !== null
            ? t.removed
            : partsOf(body, names).map(({ text, isName }, index) =>
                // oxlint-disable-next-line react/no-array-index-key -- the parts of one text, in their order
                isName ? <strong key={index}>{text}</strong> : text,
              )}
        </p>
      )}
      {isOwn && !isEditing && (
        <div className={styles.acts}>
          <button
            type="button"
            className={styles.act}
            aria-label={t.editOf(number)}
            onClick={() => setEditing(true)}
          >
            {t.edit}
          </button>
          <button
            type="button"
            className={styles.act}
            aria-label={t.removeOf(number)}
            onClick={({ currentTarget }) => {
              const card = currentTarget.closest<HTMLElement>('[data-thread]')
              deeds.remove(thread.id, comment.id).then(
                () => card?.querySelector<HTMLElement>('button')?.focus(),
                (error: unknown) => commands.say({ text: errorText(error), canUndo: false }),
              )
            }}
          >
            {t.remove}
          </button>
        </div>
      )}
    </li>
  )
}

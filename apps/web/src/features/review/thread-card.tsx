import type { Thread } from '@concerte/api'
import type { Standing } from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { classes } from '../../ui/classes.ts'
import { Tag } from '../../ui/tag.tsx'
import unseen from '../../ui/unseen.module.css'
import { reviewMessages } from './messages.ts'
import styles from './review.module.css'
import { quoteOf } from './thread-place.ts'
import { ThreadView } from './thread-view.tsx'
import { isUnread } from './use-threads.ts'

/** A thread in the list: its place, its words and how it began; all of it once it is opened. */
export function ThreadCard({
  thread,
  standing,
  place,
  isOpen,
  onToggle,
}: {
  thread: Thread
  standing: Standing | undefined
  /** Where it stands, in words. */
  place: string
  isOpen: boolean
  onToggle: () => void
}) {
  const t = useMessages(reviewMessages)
  const locale = useLocale()
  const quote = quoteOf(thread)
  const [first] = thread.comments
  const replies = thread.comments.length - 1
  const isNew = isUnread(thread)
  const tag = tagOf(standing, t)
  return (
    <li
      className={classes(styles.card, isNew && styles.unread)}
      data-current={isOpen || undefined}
      data-thread={thread.id}
    >
      <button type="button" className={styles.jump} aria-expanded={isOpen} onClick={onToggle}>
        <span className={styles.place}>
          <span>
            <span className={unseen.unseen}>{t.thread(thread.number)} </span>
            {place}
          </span>{' '}
          {tag !== null && <Tag tone="warning">{tag}</Tag>}{' '}
          {isNew && (
            <span className={styles.dot} title={t.unread}>
              <span className={unseen.unseen}>{t.unread}</span>
            </span>
          )}
        </span>{' '}
        {quote !== null && (
          <span className={styles.quote} lang="fr">
            {quote}
          </span>
        )}{' '}
        {!isOpen && first !== undefined && (
          <span className={styles.first}>
            <strong>{first.author.name ?? t.someone}</strong>{' '}
            {first.deletedAt === null ? <span lang="fr">{first.body}</span> : t.removed}
          </span>
        )}{' '}
        {!isOpen && (
          <span className={styles.when}>
            {replies > 0 && `${t.replies(replies)} · `}
            {formatMoment(thread.comments.at(-1)?.createdAt ?? thread.createdAt, locale)}
            {thread.assignee !== null && ` · ${t.assignedTo(thread.assignee.name ?? t.someone)}`}
          </span>
        )}
      </button>
      {isOpen && <ThreadView thread={thread} />}
    </li>
  )
}

/** What became of the place of a thread; null where all is as it was. */
function tagOf(standing: Standing | undefined, t: { gone: string; inBin: string }): string | null {
  switch (standing?.type) {
    case 'node':
      return standing.isGone ? t.gone : null
    case 'bin':
      return standing.isGone ? `${t.inBin}, ${t.gone}` : t.inBin
    case 'unplaced':
      return t.gone
    case 'text':
    case undefined:
      return null
  }
}

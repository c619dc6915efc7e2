import type { ThreadSubject } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'

import { threadsQuery } from '../../api/threads.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import { usePermission } from '../plan/rights/use-permission.ts'
import { CommentBox } from './comment-box.tsx'
import { reviewMessages } from './messages.ts'
import { OutgoingList } from './outbox/outgoing-list.tsx'
import { useOutgoing } from './outbox/use-outbox.ts'
import styles from './review.module.css'
import { ThreadView } from './thread-view.tsx'
import { useThreadDeeds } from './use-threads.ts'

/** What is said of one amendment: one thread, which the first comment begins. */
export function SubjectThreads({ subject }: { subject: Extract<ThreadSubject, { type: 'amendment' }> }) {
  const t = useMessages(reviewMessages)
  const { projectId } = usePlan()
  const threads = useQuery(threadsQuery(projectId)).data ?? []
  const mayComment = usePermission('comment')
  const deeds = useThreadDeeds()
  const own = threads.filter(
    (thread) => thread.subject.type === 'amendment' && thread.subject.amendmentId === subject.amendmentId,
  )
  const saying = useOutgoing(projectId).filter(
    (item) =>
      item.type === 'thread' &&
      item.subject.type === 'amendment' &&
      item.subject.amendmentId === subject.amendmentId,
  )
  return (
    <div className={styles.subject}>
      {own.map((thread) => (
        <div key={thread.id} data-thread={thread.id} tabIndex={-1}>
          <ThreadView thread={thread} />
        </div>
      ))}
      <OutgoingList items={saying} />
      {own.length === 0 && saying.length === 0 && mayComment && (
        <CommentBox
          draft={`amendment ${subject.amendmentId}`}
          label={t.comment}
          send={t.send}
          onSend={(words) => deeds.start(subject, words)}
        />
      )}
    </div>
  )
}

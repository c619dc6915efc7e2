import type { ProjectId } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { validationQuery } from '../../api/validation.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Message } from '../../ui/message.tsx'
import { validationMessages } from './messages.ts'
import styles from './validation.module.css'

/** Over a final plan: that nobody writes in it any more, and where its official version is. */
export function FinalNotice({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(validationMessages)
  const isSealed = (useQuery(validationQuery(projectId)).data?.seals.length ?? 0) > 0
  return (
    <div className={styles.final}>
      <Message tone="success">
        <p>{t.final.text}</p>
        <p className={styles.actions}>
          {isSealed && <a href={`/public/${projectId}`}>{t.final.official}</a>}
          <Link href={`/plans/${projectId}/validation`}>{t.title}</Link>
        </p>
      </Message>
    </div>
  )
}

import type { ProjectId } from '@concerte/api'
import { Link } from 'wouter'

import { useMessages } from '../../i18n/catalogue.ts'
import { trailMessages } from './messages.ts'
import styles from './trail.module.css'

/** The way to the trail, with what stands there. */
export function TrailLink({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(trailMessages)
  return (
    <p>
      <Link href={`/plans/${projectId}/journal`}>{t.open}</Link>
      <br />
      <span className={styles.note}>{t.openText}</span>
    </p>
  )
}

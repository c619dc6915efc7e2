import type { ProjectId } from '@concerte/api'
import { isAllowed } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'

import { projectQuery } from '../../api/projects.ts'
import { versionsQuery } from '../../api/versions.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { usePageNews } from '../news/news-provider.tsx'
import { ComparisonChoice } from './comparison-choice.tsx'
import type { Comparable } from './comparison-path.ts'
import { KeepForm } from './keep-form.tsx'
import { versionsMessages } from './messages.ts'
import { Timeline } from './timeline.tsx'
import styles from './versions.module.css'

/** `/plans/:projectId/versions`: what the plan was, by day. */
export default function VersionsPage({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(versionsMessages)
  const project = useQuery(projectQuery(projectId)).data
  const versions = useQuery({ ...versionsQuery(projectId), staleTime: 0 })
  usePageNews(['versions'], () => versions.refetch())
  const [chosen, setChosen] = useState<readonly Comparable[]>([])
  const canName = project !== undefined && isAllowed('nameVersion', project)
  const choose = (id: Comparable, isChosen: boolean) =>
    // Of three the two last ones are compared.
    setChosen((before) => [...before.filter((one) => one !== id), ...(isChosen ? [id] : [])].slice(-2))
  return (
    <Page
      title={project === undefined ? t.title : t.titleOf(project.title)}
      heading={t.title}
      lead={t.lead}
      aside={<Link href={`/plans/${projectId}`}>{t.toPlan}</Link>}
    >
      {canName && <KeepForm projectId={projectId} />}
      {versions.isPending && <Loading />}
      {versions.isError && <LoadFailure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.length === 0 && <p className={styles.note}>{t.none}</p>}
      {versions.data !== undefined && versions.data.length > 0 && (
        <>
          <Timeline
            projectId={projectId}
            versions={versions.data}
            canName={canName}
            chosen={chosen}
            onChoose={choose}
          />
          <ComparisonChoice
            projectId={projectId}
            versions={versions.data}
            chosen={chosen}
            onClear={() => setChosen([])}
          />
        </>
      )}
    </Page>
  )
}

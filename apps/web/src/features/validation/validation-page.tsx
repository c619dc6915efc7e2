import type { ProjectId } from '@concerte/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'wouter'

import { projectQuery } from '../../api/projects.ts'
import { phaseQuery, readinessQuery, validationQuery } from '../../api/validation.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { usePageNews } from '../news/news-provider.tsx'
import { Approvals } from './approvals.tsx'
import { validationMessages } from './messages.ts'
import { PolicyTable } from './policy-table.tsx'
import { Readiness } from './readiness.tsx'
import { SealedPlan } from './sealed-plan.tsx'
import { Steps } from './steps.tsx'
import styles from './validation.module.css'

/** How often the page looks for itself where the server is not heard. */
const betweenLooks = 10_000

/** `/plans/:projectId/validation`: where the plan stands, who approves it, and how it becomes final. */
export default function ValidationPage({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(validationMessages)
  const [said, setSaid] = useState('')
  const saying = useRef<HTMLOutputElement>(null)
  /** The button that asked for it goes with what it stood in: the focus comes to what became of it. */
  const saySealed = () => {
    setSaid(t.seal.sealed)
    requestAnimationFrame(() => saying.current?.focus())
  }
  const client = useQueryClient()
  // What one's role is, too: when it changes, the line begins anew.
  const isHeard = usePageNews(['phase', 'threads', 'amendments', 'versions', 'text'], () =>
    Promise.all(
      [projectQuery, phaseQuery, validationQuery, readinessQuery].map((query) =>
        client.invalidateQueries({ queryKey: query(projectId).queryKey }),
      ),
    ),
  )
  const live = { staleTime: 0, refetchInterval: isHeard ? false : betweenLooks } as const
  const project = useQuery({ ...projectQuery(projectId), ...live })
  const story = useQuery({ ...phaseQuery(projectId), ...live })
  const validation = useQuery({ ...validationQuery(projectId), ...live })
  const isOpen = story.data !== undefined && story.data.phase !== 'final'
  const readiness = useQuery({ ...readinessQuery(projectId), ...live, enabled: isOpen })
  const failed = [project, story, validation, readiness].find(({ isError }) => isError)
  const title = project.data === undefined ? t.title : t.titleOf(project.data.title)
  const isKnown = project.data !== undefined && story.data !== undefined && validation.data !== undefined
  return (
    <Page
      title={title}
      heading={t.title}
      lead={t.lead}
      aside={<Link href={`/plans/${projectId}`}>{t.toPlan}</Link>}
    >
      {failed !== undefined && <LoadFailure error={failed.error} onRetry={() => void failed.refetch()} />}
      {!isKnown && failed === undefined && <Loading />}
      <output ref={saying} className={styles.said} tabIndex={-1}>
        {said}
      </output>
      {isKnown && (
        <>
          <SealedPlan
            projectId={projectId}
            role={project.data.role}
            phase={story.data.phase}
            validation={validation.data}
          />
          <Steps projectId={projectId} role={project.data.role} story={story.data} onSaid={setSaid} />
          {isOpen && (
            <>
              <Approvals
                projectId={projectId}
                role={project.data.role}
                phase={story.data.phase}
                validation={validation.data}
              />
              {readiness.data !== undefined && (
                <Readiness
                  projectId={projectId}
                  role={project.data.role}
                  phase={story.data.phase}
                  validation={validation.data}
                  readiness={readiness.data}
                  onSealed={saySealed}
                />
              )}
            </>
          )}
          <PolicyTable now={story.data.phase} />
        </>
      )}
    </Page>
  )
}

import type { ProjectId, ProjectSummary, User } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'

import { projectQuery } from '../../../api/projects.ts'
import { sessionQuery } from '../../../api/session.ts'
import { Page } from '../../../app/page.tsx'
import { useMessages } from '../../../i18n/catalogue.ts'
import { LoadFailure, Loading } from '../../../ui/message.tsx'
import { keptPlansOf, type KeptPlans } from '../../../offline/kept-plans.ts'
import { PlanContext } from '../../plan/plan-context.ts'
import { openLiveSession } from '../../plan/session/plan-session.ts'
import { useKeptPlan } from '../../plan/session/use-kept-plan.ts'
import { useLoaded } from '../../plan/session/use-loaded.ts'
import { useSession } from '../../plan/session/use-session.ts'
import { amendmentMessages } from '../messages.ts'
import { Board } from './board.tsx'
import styles from './board.module.css'

type Kept = Parameters<typeof openLiveSession>[2]['kept']

/** `/plans/:id/amendements`: every amendment of a plan in one table. The plan is open behind it, so that places read as they are now. */
export default function BoardPage({ projectId }: { projectId: ProjectId }) {
  const project = useQuery(projectQuery(projectId))
  const user = useQuery(sessionQuery).data?.user
  if (project.isError && project.data === undefined) {
    return (
      <Waiting>
        <LoadFailure error={project.error} onRetry={() => void project.refetch()} />
      </Waiting>
    )
  }
  if (project.data === undefined || user === undefined || user === null) return <Waiting />
  return <KeptBoard project={project.data} user={user} />
}

function KeptBoard({ project, user }: { project: ProjectSummary; user: User }) {
  const plans = keptPlansOf(user.id)
  const kept = useKeptPlan(user.id, project.id, 0)
  return kept === null ? <Waiting /> : <LiveBoard project={project} user={user} plans={plans} kept={kept} />
}

function LiveBoard({
  project,
  user,
  plans,
  kept,
}: {
  project: ProjectSummary
  user: User
  plans: KeptPlans
  kept: Kept
}) {
  const [opened] = useState(project)
  const open = useCallback(() => openLiveSession(opened, user, { plans, kept }), [opened, user, plans, kept])
  const session = useSession(open)
  const isLoaded = useLoaded(session)
  if (session === null || !isLoaded) return <Waiting />
  return (
    <PlanContext value={session}>
      <Board title={project.title} />
    </PlanContext>
  )
}

function Waiting({ children }: { children?: ReactNode }) {
  const t = useMessages(amendmentMessages)
  return (
    <Page title={t.board.title}>
      <div className={styles.board}>{children ?? <Loading />}</div>
    </Page>
  )
}

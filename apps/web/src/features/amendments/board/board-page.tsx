import type { ProjectId, ProjectSummary, User } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { Link } from 'wouter'

import { amendmentsQuery } from '../../../api/amendments.ts'
import { projectQuery } from '../../../api/projects.ts'
import { sessionQuery } from '../../../api/session.ts'
import { Page } from '../../../app/page.tsx'
import { useMessages } from '../../../i18n/catalogue.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { LoadFailure, Loading } from '../../../ui/message.tsx'
import { keptPlansOf, type KeptPlans } from '../../../offline/kept-plans.ts'
import { PlanContext } from '../../plan/plan-context.ts'
import { openLiveSession } from '../../plan/session/plan-session.ts'
import { useKeptPlan } from '../../plan/session/use-kept-plan.ts'
import { useLoaded } from '../../plan/session/use-loaded.ts'
import { useSession } from '../../plan/session/use-session.ts'
import { amendmentMessages } from '../messages.ts'
import { countStates } from './board-view.ts'
import { Board } from './board.tsx'
import styles from './board.module.css'

type Kept = Parameters<typeof openLiveSession>[2]['kept']

/** `/plans/:id/amendements`: every amendment of a plan in one table. The plan is open behind it, so that places read as they are now. */
export default function BoardPage({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(amendmentMessages)
  const project = useQuery(projectQuery(projectId))
  const user = useQuery(sessionQuery).data?.user
  const isHere = project.data !== undefined && user != null
  return (
    <Page
      title={project.data === undefined ? t.board.title : t.board.titleOf(project.data.title)}
      heading={t.board.title}
      lead={<Summary projectId={projectId} />}
      aside={<Link href={`/plans/${projectId}`}>{t.board.back}</Link>}
    >
      <div className={styles.board}>
        {isHere ? (
          <KeptBoard project={project.data} user={user} />
        ) : project.isError ? (
          <LoadFailure error={project.error} onRetry={() => void project.refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    </Page>
  )
}

/** What became of all of them, in words. */
function Summary({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(amendmentMessages)
  const locale = useLocale()
  const amendments = useQuery(amendmentsQuery(projectId)).data
  if (amendments === undefined) return null
  if (amendments.length === 0) return t.board.empty
  const parts = countStates(amendments).map(([state, count]) => t.board.counts[state](count))
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return t.board.summary(amendments.length, list.format(parts))
}

function KeptBoard({ project, user }: { project: ProjectSummary; user: User }) {
  const plans = keptPlansOf(user.id)
  const kept = useKeptPlan(user.id, project.id, 0)
  return kept === null ? <Loading /> : <LiveBoard project={project} user={user} plans={plans} kept={kept} />
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
  if (session === null || !isLoaded) return <Loading />
  return (
    <PlanContext value={session}>
      <Board />
    </PlanContext>
  )
}

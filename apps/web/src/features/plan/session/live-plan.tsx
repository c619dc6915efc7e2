import type { ProjectSummary, User } from '@concerte/api'
import type { KeptPlan } from '@concerte/sync'
import { useCallback, useState } from 'react'

import { TakeOver } from '../../../app/take-over.tsx'
import { keptPlansOf, type KeptPlans } from '../../../offline/kept-plans.ts'
import { Loading } from '../../../ui/message.tsx'
import { RescueNotices } from '../../rescue/rescue-notices.tsx'
import styles from '../page/page.module.css'
import { PlanView } from '../page/plan-view.tsx'
import { SaidNotice } from '../page/said-notice.tsx'
import { PlanContext } from '../plan-context.ts'
import { FinalPlan } from './final-plan.tsx'
import { LiveStatus, PlanStatus } from './live-status.tsx'
import { openLiveSession, type LiveSession } from './plan-session.ts'
import { Restoring } from './restoring.tsx'
import { StopNotice } from './stop-notice.tsx'
import { useGivingUp } from './use-giving-up.ts'
import { useKeptPlan } from './use-kept-plan.ts'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useLoaded } from './use-loaded.ts'
import { useSaveState } from './use-save-state.ts'
import { useSession } from './use-session.ts'

/** A plan as it is now, for as long as the page shows it. When the server refuses what was written, it is opened anew. */
export function LivePlan({ project, user }: { project: ProjectSummary; user: User }) {
  const [round, setRound] = useState(0)
  const plans = keptPlansOf(user.id)
  const kept = useKeptPlan(user.id, project.id, round)
  const reopen = useCallback(() => setRound((before) => before + 1), [])
  if (kept === null) return <Opening />
  return <KeptRound key={round} project={project} user={user} plans={plans} kept={kept} onReopen={reopen} />
}

function KeptRound({
  project,
  user,
  plans,
  kept,
  onReopen,
}: {
  project: ProjectSummary
  user: User
  plans: KeptPlans
  kept: KeptPlan
  onReopen: () => void
}) {
  // What the list says of a plan may change while it is open: that is no reason to open it again.
  const [opened] = useState(project)
  const open = useCallback(() => openLiveSession(opened, user, { plans, kept }), [opened, user, plans, kept])
  const session = useSession(open)
  if (session === null) return null
  return <OpenPlan session={session} project={project} user={user} plans={plans} onReopen={onReopen} />
}

function OpenPlan({
  session,
  project,
  user,
  plans,
  onReopen,
}: {
  session: LiveSession
  project: ProjectSummary
  user: User
  plans: KeptPlans
  onReopen: () => void
}) {
  const isLoaded = useLoaded(session)
  const isOffline = useSaveState(session.client, (state) => state.type === 'offline')
  const isGone = useSaveState(
    session.client,
    (state) => state.type === 'refused' && state.code === 'forbidden',
  )
  // A plan that the server takes nothing of any more holds what it refused: that is no proof that the words arrived.
  const isOver = useSaveState(session.client, (state) => state.type === 'refused')
  useGivingUp(session, { user, plans, onReopen })
  useLeaveWarning(session)

  const notice = (
    <>
      <StopNotice session={session} />
      <RescueNotices user={user} projectId={project.id} now={isLoaded && !isOver ? session.doc : null} />
    </>
  )
  if (!isLoaded || isGone) {
    return (
      // The server's first page stays in view meanwhile, also without a line: it can be read.
      <main className={styles.opening} data-waiting={isOver ? undefined : true}>
        {notice}
        {isOffline && <LiveStatus session={session} />}
        {!isGone && !isOffline && <Loading />}
      </main>
    )
  }
  return (
    <PlanContext value={session}>
      <TakeOver />
      <PlanView
        status={<PlanStatus session={session} />}
        notice={
          <>
            {notice}
            <FinalPlan projectId={project.id} />
          </>
        }
      />
      <SaidNotice said={session.said} />
      <Restoring session={session} />
    </PlanContext>
  )
}

function Opening() {
  return (
    <main className={styles.opening}>
      <Loading />
    </main>
  )
}

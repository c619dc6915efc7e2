import type { ProjectSummary, User } from '@concerte/api'
import { useCallback, useEffect, useMemo, useState } from 'react'

import { Loading } from '../../../ui/message.tsx'
import styles from '../page/page.module.css'
import { PlanView } from '../page/plan-view.tsx'
import { SaidNotice } from '../page/said-notice.tsx'
import { PlanContext, type PlanTools } from '../plan-context.ts'
import { LiveStatus } from './live-status.tsx'
import { openLiveSession, type LiveSession } from './plan-session.ts'
import { RefusedNotice } from './refused-notice.tsx'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useSaveState } from './use-save-state.ts'
import { useSession } from './use-session.ts'

/** A plan as it is now, for as long as the page shows it. */
export function LivePlan({ project, user }: { project: ProjectSummary; user: User }) {
  const open = useCallback(() => openLiveSession(project.id, user), [project.id, user])
  const session = useSession(open)
  return session === null ? null : <OpenPlan session={session} project={project} />
}

function OpenPlan({ session, project }: { session: LiveSession; project: ProjectSummary }) {
  const { client } = session
  const isLoaded = useLoaded(session)
  const isOffline = useSaveState(client, (state) => state.type === 'offline')
  const isClosed = useSaveState(client, (state) => state.type === 'readOnly' || state.type === 'refused')
  const refusal = useSaveState(client, (state) => (state.type === 'refused' ? state.code : ''))
  const { role } = project
  const canWrite = (role === 'lead' || role === 'editor') && !isClosed
  const tools = useMemo((): PlanTools => ({ ...session, role, canWrite }), [session, role, canWrite])
  useLeaveWarning(client)

  const notice = refusal !== '' && <RefusedNotice code={refusal} />
  if (!isLoaded) {
    return (
      <main className={styles.opening}>
        {notice}
        {isOffline && <LiveStatus client={client} />}
        {refusal === '' && !isOffline && <Loading />}
      </main>
    )
  }
  return (
    <PlanContext value={tools}>
      <PlanView projectId={project.id} role={role} status={<LiveStatus client={client} />} notice={notice} />
      <SaidNotice said={session.said} />
    </PlanContext>
  )
}

/** Whether the plan is here. */
function useLoaded({ client }: LiveSession): boolean {
  const [loaded, setLoaded] = useState<LiveSession['client'] | null>(null)
  useEffect(() => {
    let isCurrent = true
    void client.whenLoaded.then(() => {
      if (isCurrent) setLoaded(client)
    })
    return () => {
      isCurrent = false
    }
  }, [client])
  return loaded === client
}

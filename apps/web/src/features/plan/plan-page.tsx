import type { ProjectId, Version } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { isApiError } from '../../api/api-error.ts'
import { projectQuery } from '../../api/projects.ts'
import { sessionQuery } from '../../api/session.ts'
import { Loading } from '../../ui/message.tsx'
import { loadEditor } from './fields/load-editor.ts'
import styles from './page/page.module.css'
import { KeptPlan } from './session/kept-plan.tsx'
import { LivePlan } from './session/live-plan.tsx'
import { LoadProblem } from './session/load-problem.tsx'

/** A plan, live; with `versionId`, one of its versions, read only. */
export default function PlanPage({
  projectId,
  versionId,
}: {
  projectId: ProjectId
  versionId?: Version['id']
}) {
  const project = useQuery(projectQuery(projectId))
  const session = useQuery(sessionQuery)
  const user = session.data?.user
  const isLive = versionId === undefined
  useEffect(() => {
    // Comes while the plan's own data does.
    if (isLive) void loadEditor()
  }, [isLive])

  // A plan that is here stays: the line to the server says what becomes of it.
  if (project.isError && (project.data === undefined || !isApiError(project.error, 'network'))) {
    return (
      <LoadProblem
        error={project.error}
        onRetry={() => void project.refetch()}
        lost={user == null ? null : { user, projectId }}
      />
    )
  }
  if (project.data === undefined || user === undefined || user === null) {
    return (
      <main className={styles.opening}>
        <Loading />
      </main>
    )
  }
  return versionId === undefined ? (
    <LivePlan key={projectId} project={project.data} user={user} />
  ) : (
    <KeptPlan key={versionId} project={project.data} versionId={versionId} />
  )
}

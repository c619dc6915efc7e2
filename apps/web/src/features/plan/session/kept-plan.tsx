import type { ProjectSummary, Version, VersionContent } from '@concerte/api'
import { applyProject } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { Link } from 'wouter'
import * as Y from 'yjs'

import { versionQuery } from '../../../api/versions.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { formatMoment } from '../../../i18n/dates.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { Loading } from '../../../ui/message.tsx'
import { comparisonPath } from '../../versions/comparison-path.ts'
import { planMessages } from '../messages.ts'
import styles from '../page/page.module.css'
import { PlanView } from '../page/plan-view.tsx'
import { PlanContext } from '../plan-context.ts'
import { LoadProblem } from './load-problem.tsx'
import { openSession } from './plan-session.ts'
import { useSession } from './use-session.ts'

/** A version of a plan: the same page, which nobody changes. */
export function KeptPlan({ project, versionId }: { project: ProjectSummary; versionId: Version['id'] }) {
  const version = useQuery(versionQuery(project.id, versionId))
  if (version.isError) return <LoadProblem error={version.error} onRetry={() => void version.refetch()} />
  if (version.data === undefined) {
    return (
      <main className={styles.opening}>
        <Loading />
      </main>
    )
  }
  return <KeptView project={project} content={version.data} />
}

function KeptView({ project, content }: { project: ProjectSummary; content: VersionContent }) {
  const t = useMessages(planMessages)
  const locale = useLocale()
  const open = useCallback(() => {
    const doc = new Y.Doc()
    applyProject(doc, content.project)
    return openSession(project.id, doc, null)
  }, [project.id, content])
  const session = useSession(open)
  const { version } = content
  if (session === null) return null
  return (
    <PlanContext value={session}>
      <PlanView
        versionId={version.id}
        status={null}
        notice={
          <div className={styles.banner}>
            <p>
              {bannerOf(version, t, formatMoment(version.createdAt, locale))} {t.version.readOnly}
            </p>
            <Link href={comparisonPath(project.id, version.id, 'now')}>{t.version.compare}</Link>
            <Link href={`/plans/${project.id}`}>{t.version.back}</Link>
          </div>
        }
      />
    </PlanContext>
  )
}

function bannerOf(
  { name, createdBy, number }: Version,
  t: (typeof planMessages)['fr'],
  when: string,
): string {
  if (name === '') return t.version.automatic(number, when)
  return createdBy === null ? t.version.named(name, when) : t.version.banner(name, createdBy, when)
}

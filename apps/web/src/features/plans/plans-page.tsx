import type { ProjectSummary, User } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'wouter'

import { projectsQuery, type ProjectList } from '../../api/projects.ts'
import { sessionQuery } from '../../api/session.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { LoadFailure, Loading, Message } from '../../ui/message.tsx'
import { useRescues } from '../rescue/use-rescues.ts'
import { roleMessages } from '../roles/messages.ts'
import { plansMessages } from './messages.ts'
import styles from './plans-page.module.css'

// With Yjs and dialogs: only for whom it happens.
const RescueNotices = lazy(async () => ({
  default: (await import('../rescue/rescue-notices.tsx')).RescueNotices,
}))

/** `/`: the person's plans. */
export default function PlansPage() {
  const t = useMessages(plansMessages)
  const projects = useQuery({ ...projectsQuery, staleTime: 0 })
  const user = useQuery(sessionQuery).data?.user
  return (
    <Page
      title={t.title}
      lead={t.lead}
      aside={
        <ButtonLink href="/nouveau-plan" look="primary">
          {t.newPlan}
        </ButtonLink>
      }
    >
      {projects.isPending && <Loading />}
      {projects.isError && <LoadFailure error={projects.error} onRetry={() => void projects.refetch()} />}
      {projects.data?.isKept === true && (
        <Message tone="warning" live="status">
          <p>{t.onlyKept}</p>
        </Message>
      )}
      {user != null && projects.data !== undefined && (
        <LostWords user={user} except={projects.data.projects.map(({ id }) => id)} />
      )}
      {projects.data !== undefined &&
        (projects.data.projects.length === 0 ? <NoPlan /> : <PlanList list={projects.data} />)}
    </Page>
  )
}

/** Words for plans that are not in the list any longer. */
function LostWords({ user, except }: { user: User; except: readonly string[] }) {
  const rescues = useRescues(user)
  if (rescues.every(({ projectId }) => except.includes(projectId))) return null
  return (
    <Suspense>
      <RescueNotices user={user} except={except} now={null} />
    </Suspense>
  )
}

function PlanList({ list }: { list: ProjectList }) {
  return (
    <ul className={styles.list}>
      {list.projects.map((project) => (
        <li key={project.id}>
          <PlanRow project={project} isKept={list.kept.includes(project.id)} />
        </li>
      ))}
    </ul>
  )
}

function PlanRow({ project, isKept }: { project: ProjectSummary; isKept: boolean }) {
  const t = useMessages(plansMessages)
  const roles = useMessages(roleMessages)
  const locale = useLocale()
  const { period } = project
  return (
    <article className={styles.plan}>
      <h2 className={styles.title}>
        <Link href={`/plans/${project.id}`} className={styles.link}>
          {/* In the name of the link: many plans bear the same title. */}
          <span className={styles.academy}>{project.academy} </span>
          {project.title === '' ? t.untitled : project.title}
          {period !== null && <span className={styles.period}> {t.period(period.start, period.end)}</span>}
        </Link>
      </h2>
      <p className={styles.facts}>
        <span>{t.yourRole(roles.inSentence[project.role])}</span>
        <time dateTime={project.updatedAt}>{t.changed(formatMoment(project.updatedAt, locale))}</time>
        {isKept && <span>{t.kept}</span>}
      </p>
    </article>
  )
}

function NoPlan() {
  const t = useMessages(plansMessages)
  return (
    <section className={styles.empty}>
      <h2>{t.empty.title}</h2>
      <p>{t.empty.text}</p>
    </section>
  )
}

import type { ProjectSummary } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { projectsQuery } from '../../api/projects.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { roleMessages } from '../roles/messages.ts'
import { plansMessages } from './messages.ts'
import styles from './plans-page.module.css'

/** `/`: the person's plans. */
export default function PlansPage() {
  const t = useMessages(plansMessages)
  const projects = useQuery({ ...projectsQuery, staleTime: 0 })
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
      {projects.data !== undefined &&
        (projects.data.length === 0 ? <NoPlan /> : <PlanList projects={projects.data} />)}
    </Page>
  )
}

function PlanList({ projects }: { projects: ProjectSummary[] }) {
  return (
    <ul className={styles.list}>
      {projects.map((project) => (
        <li key={project.id}>
          <PlanRow project={project} />
        </li>
      ))}
    </ul>
  )
}

function PlanRow({ project }: { project: ProjectSummary }) {
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

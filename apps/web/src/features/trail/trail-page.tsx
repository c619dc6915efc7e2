import type { ProjectId, TrailEntry } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'

import { projectQuery } from '../../api/projects.ts'
import { trailQuery, trailTablePath } from '../../api/trail.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { Select } from '../../ui/select.tsx'
import { usePageNews } from '../news/news-provider.tsx'
import { trailMessages } from './messages.ts'
import { TrailList } from './trail-list.tsx'
import { trailKindOf, trailKinds, type TrailKind } from './trail-kinds.ts'
import styles from './trail.module.css'

/** Entries that show at once; the next ones on a press. */
const step = 100

const anyone = 'anyone'

/** `/plans/:projectId/journal`: who did what, for those who lead the plan. */
export default function TrailPage({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(trailMessages)
  const locale = useLocale()
  const project = useQuery(projectQuery(projectId)).data
  const trail = useQuery({ ...trailQuery(projectId), staleTime: 0 })
  usePageNews(['trail', 'phase', 'amendments', 'versions'], () => trail.refetch())
  return (
    <Page
      title={project === undefined ? t.title : t.titleOf(project.title)}
      heading={t.title}
      lead={t.lead}
      aside={<Link href={`/plans/${projectId}`}>{t.toPlan}</Link>}
    >
      {trail.isPending && <Loading />}
      {trail.isError && <LoadFailure error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.data?.length === 0 && <p className={styles.note}>{t.none}</p>}
      {trail.data !== undefined && trail.data.length > 0 && (
        <>
          <Trail entries={trail.data} />
          <p>
            <a href={trailTablePath(projectId, locale)} download>
              {t.table}
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

function Trail({ entries }: { entries: readonly TrailEntry[] }) {
  const t = useMessages(trailMessages)
  const [kind, setKind] = useState<TrailKind | 'all'>('all')
  const [person, setPerson] = useState<string>(anyone)
  const [most, setMost] = useState(step)
  const people = new Map(entries.map(({ userId, userName }) => [userId ?? '', userName ?? t.nobody]))
  const chosen = entries.filter(
    ({ event, userId }) =>
      (kind === 'all' || trailKindOf(event) === kind) && (person === anyone || (userId ?? '') === person),
  )
  return (
    <>
      <div className={styles.filters}>
        <Select
          label={t.kind}
          choices={[
            { value: 'all', label: t.all },
            ...trailKinds.map((value) => ({ value, label: t.kinds[value] })),
          ]}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={t.person}
          choices={[
            { value: anyone, label: t.everyone },
            ...[...people].map(([value, label]) => ({ value, label })),
          ]}
          value={person}
          onChange={setPerson}
        />
        <output className={styles.note}>{t.shown(chosen.length, entries.length)}</output>
      </div>
      {chosen.length === 0 ? (
        <p className={styles.note}>{t.noneShown}</p>
      ) : (
        <TrailList entries={chosen.slice(0, most)} />
      )}
      {chosen.length > most && (
        <div>
          <Button onPress={() => setMost(most + step)}>{t.more}</Button>
        </div>
      )}
    </>
  )
}

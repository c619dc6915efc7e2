import type { ProjectId, Version } from '@concerte/api'
import { useState } from 'react'
import { Link } from 'wouter'

import page from '../../app/page.module.css'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatHour } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { ChooseBox } from './choose-box.tsx'
import { comparisonPath, type Comparable } from './comparison-path.ts'
import { versionsMessages } from './messages.ts'
import { NameDialog } from './name-dialog.tsx'
import { versionName } from './version-name.ts'
import styles from './versions.module.css'
import { workerName, workWords } from './work-words.ts'

/** One version: what it is called, when, who worked on what before it, and what one can do with it. */
export function VersionRow({
  projectId,
  version,
  canName,
  chosen,
  onChoose,
}: {
  projectId: ProjectId
  version: Version
  canName: boolean
  chosen: readonly Comparable[]
  onChoose: (id: Comparable, isChosen: boolean) => void
}) {
  const t = useMessages(versionsMessages)
  const locale = useLocale()
  const [isNaming, setNaming] = useState(false)
  const { id, kind, createdBy, isKept } = version
  const time = formatHour(version.createdAt, locale)
  const name = versionName(version, t)
  const called = version.name === '' ? `${name} ${t.at(time)}` : name
  const isNotable = kind === 'milestone' || kind === 'final'
  return (
    <article className={classes(styles.row, isNotable && styles.notable)}>
      <div className={styles.about}>
        <h3 className={version.name === '' ? styles.plainName : styles.name}>
          {name}
          {isNotable && <span className={page.badge}>{t.kinds[kind]}</span>}
        </h3>
        <p className={styles.note}>{createdBy === null ? t.at(time) : t.atBy(time, createdBy)}</p>
        {version.work !== null && version.work.length > 0 && (
          <ul className={styles.work}>
            {version.work.map((person) => (
              <li key={person.userId ?? ''}>{t.work.by(workerName(person, t), workWords(person, t))}</li>
            ))}
          </ul>
        )}
        {!isKept && <p className={styles.note}>{t.letGo}</p>}
      </div>
      {isKept && (
        <div className={styles.acts}>
          <Link href={`/plans/${projectId}/versions/${id}`} aria-label={t.openNamed(called)}>
            {t.open}
          </Link>
          <Link href={comparisonPath(projectId, id, 'now')} aria-label={t.sinceNamed(called)}>
            {t.since}
          </Link>
          {canName && kind !== 'final' && (
            <Button small look="quiet" aria-label={t.renameNamed(called)} onPress={() => setNaming(true)}>
              {t.rename}
            </Button>
          )}
          <ChooseBox name={called} isChosen={chosen.includes(id)} onChange={(is) => onChoose(id, is)} />
        </div>
      )}
      {isNaming && <NameDialog projectId={projectId} version={version} onClose={() => setNaming(false)} />}
    </article>
  )
}

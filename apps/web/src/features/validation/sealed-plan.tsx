import type { PlanValidation, ProjectId, Seal } from '@concerte/api'
import { isAllowed, type Phase, type Role } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatDay } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Message } from '../../ui/message.tsx'
import { validationMessages } from './messages.ts'
import { ReopenDialog } from './reopen-dialog.tsx'
import styles from './validation.module.css'

/** The official version, where everyone finds it; leads take the plan up again from here. */
export function SealedPlan({
  projectId,
  role,
  phase,
  validation,
}: {
  projectId: ProjectId
  role: Role
  phase: Phase
  validation: PlanValidation
}) {
  const t = useMessages(validationMessages)
  const [isReopening, setReopening] = useState(false)
  const [latest, ...former] = validation.seals
  const mayReopen = isAllowed('reopen', { role, phase })
  if (latest === undefined && !mayReopen) return null
  return (
    <section className={styles.sealed} aria-labelledby="sealed">
      <h2 id="sealed">{t.sealed.title}</h2>
      {latest !== undefined && (
        <>
          {phase !== 'final' && <Message>{t.sealed.reopenedNote(validation.revision)}</Message>}
          <SealedRevision projectId={projectId} seal={latest} isLatest />
        </>
      )}
      {former.length > 0 && (
        <details className={styles.former}>
          <summary>{t.sealed.former}</summary>
          <ul>
            {former.map((seal) => (
              <li key={seal.revision}>
                <SealedRevision projectId={projectId} seal={seal} isLatest={false} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayReopen && (
        <div className={styles.actions}>
          <Button onPress={() => setReopening(true)}>{t.reopening.open}</Button>
        </div>
      )}
      {isReopening && <ReopenDialog projectId={projectId} onClose={() => setReopening(false)} />}
    </section>
  )
}

function SealedRevision({
  projectId,
  seal,
  isLatest,
}: {
  projectId: ProjectId
  seal: Seal
  isLatest: boolean
}) {
  const t = useMessages(validationMessages)
  const locale = useLocale()
  const { revision, sealedAt, sealedBy, sha256, files } = seal
  const path = isLatest ? `/public/${projectId}` : `/public/${projectId}/${revision}`
  const address = new URL(path, location.origin).href
  const which = t.sealed.which(revision, formatDay(sealedAt, locale))
  return (
    <div className={styles.revision}>
      <p className={styles.which}>{sealedBy === null ? which : `${which}, ${t.sealed.by(sealedBy)}`}</p>
      {isLatest && (
        <div className={styles.address}>
          <p>
            <span className={styles.note}>{t.sealed.address}</span>
            <a href={path}>{address}</a>
          </p>
          <CopyButton
            text={address}
            label={t.sealed.copy}
            done={t.sealed.copied}
            failed={t.sealed.copyFailed}
          />
        </div>
      )}
      <ul className={styles.files} aria-label={t.sealed.files}>
        {formats
          .flatMap((wanted) => files.filter(({ format }) => format === wanted))
          .map(({ format, size }) => (
            <li key={format}>
              <a href={filePath(projectId, revision, format)}>
                {t.sealed.formats[format]} ({t.sealed.size(Math.ceil(size / 1000).toLocaleString(locale))})
              </a>
            </li>
          ))}
      </ul>
      <p className={styles.note}>
        {t.sealed.hash} <code>{sha256}</code>
      </p>
    </div>
  )
}

const formats = ['html', 'pdf', 'md', 'json'] as const

/** As the server has it. */
function filePath(projectId: ProjectId, revision: number, format: Seal['files'][number]['format']): string {
  const page = `/public/${projectId}/${revision}`
  return format === 'html' ? page : `${page}/projet.${format}`
}

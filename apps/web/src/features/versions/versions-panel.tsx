import type { ProjectId, Role, Version } from '@concerte/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'

import { createVersion, versionsQuery } from '../../api/versions.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { versionsMessages } from './messages.ts'
import styles from './versions-panel.module.css'

/** The plan's versions: leads and editors name one, everyone reads them. `versionId`: the one that the page shows. */
export function VersionsDialog({
  projectId,
  role,
  versionId,
  isOpen,
  onOpenChange,
}: {
  projectId: ProjectId
  role: Role
  versionId?: Version['id']
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  const t = useMessages(versionsMessages)
  const canName = role === 'lead' || role === 'editor'
  return (
    <Dialog title={t.title} isOpen={isOpen} onOpenChange={onOpenChange}>
      {canName && <VersionForm projectId={projectId} />}
      <VersionList projectId={projectId} versionId={versionId} onOpen={() => onOpenChange(false)} />
    </Dialog>
  )
}

function VersionForm({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(versionsMessages)
  const client = useQueryClient()
  const [kept, setKept] = useState('')
  const form = useForm({
    initial: { name: '' },
    check: (values): { name?: string } => (values.name.trim() === '' ? { name: t.nameMissing } : {}),
    async send(values) {
      setKept('')
      const version = await createVersion(projectId, { name: values.name.trim() })
      await client.invalidateQueries({ queryKey: versionsQuery(projectId).queryKey })
      form.reset()
      setKept(version.name)
    },
  })
  return (
    <Form state={form}>
      <TextField
        {...form.field('name')}
        label={t.name}
        description={t.nameNote}
        maxLength={200}
        autoComplete="off"
        isRequired
      />
      <FormActions>
        <Button type="submit" look="primary" isPending={form.isPending}>
          {form.isPending ? t.keeping : t.keep}
        </Button>
        <output className={styles.kept}>{kept === '' ? '' : t.kept(kept)}</output>
      </FormActions>
    </Form>
  )
}

function VersionList({
  projectId,
  versionId,
  onOpen,
}: {
  projectId: ProjectId
  versionId: Version['id'] | undefined
  onOpen: () => void
}) {
  const t = useMessages(versionsMessages)
  const locale = useLocale()
  const versions = useQuery(versionsQuery(projectId))
  return (
    <section className={styles.section} aria-labelledby="versions-list">
      <h3 id="versions-list">{t.list}</h3>
      {versions.isPending && <Loading />}
      {versions.isError && <LoadFailure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data?.length === 0 && <p className={styles.note}>{t.none}</p>}
      {versions.data !== undefined && versions.data.length > 0 && (
        <ol className={styles.list}>
          {versions.data.map((version) => (
            <li key={version.id} className={styles.row}>
              <Link
                href={`/plans/${projectId}/versions/${version.id}`}
                aria-current={version.id === versionId ? 'page' : undefined}
                onClick={onOpen}
              >
                {version.name}
              </Link>
              {version.id === versionId && <span className={styles.shown}> {t.shown}</span>}
              <p className={styles.note}>
                {t.by(version.createdBy, formatMoment(version.createdAt, locale))}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

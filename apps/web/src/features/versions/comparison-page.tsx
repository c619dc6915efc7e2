import { versionIdSchema, type ProjectId, type Version } from '@concerte/api'
import { isAllowed, nodeIdSchema, type RestoreScope } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'

import { isApiError } from '../../api/api-error.ts'
import { projectQuery } from '../../api/projects.ts'
import { comparisonQuery, versionsQuery } from '../../api/versions.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailure, Loading, Message } from '../../ui/message.tsx'
import { Select } from '../../ui/select.tsx'
import { ComparisonView } from '../compare/comparison-view.tsx'
import { downloadBlob } from '../export/download-blob.ts'
import { comparisonPath, type Comparable } from './comparison-path.ts'
import { versionsMessages } from './messages.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { versionName } from './version-name.ts'
import styles from './versions.module.css'

/** `/plans/:projectId/versions/comparaison?avant=…&apres=…`: what changed from one version to another, or to now. */
export default function ComparisonPage({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(versionsMessages)
  const search = new URLSearchParams(useSearch())
  const before = versionIdSchema.safeParse(search.get('avant')).data
  const given = search.get('apres') ?? 'now'
  const after = given === 'now' ? given : versionIdSchema.safeParse(given).data
  const versions = useQuery(versionsQuery(projectId))
  return (
    <Page title={t.compare.title} aside={<Link href={`/plans/${projectId}/versions`}>{t.toVersions}</Link>}>
      {versions.isPending && <Loading />}
      {versions.isError && <LoadFailure error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data !== undefined &&
        (before === undefined || after === undefined ? (
          <Missing />
        ) : (
          <Compared projectId={projectId} versions={versions.data} before={before} after={after} />
        ))}
    </Page>
  )
}

function Compared({
  projectId,
  versions,
  before,
  after,
}: {
  projectId: ProjectId
  versions: readonly Version[]
  before: Version['id']
  after: Comparable
}) {
  const t = useMessages(versionsMessages)
  const [, go] = useLocation()
  const project = useQuery(projectQuery(projectId)).data
  const comparison = useQuery(comparisonQuery(projectId, before, after))
  const [asked, setAsked] = useState<RestoreScope | null>(null)
  const former = versions.find(({ id }) => id === before)
  const mayRestore = former?.isKept === true && project !== undefined && isAllowed('restore', project)
  const show = (nextBefore: Version['id'], nextAfter: Comparable) =>
    go(comparisonPath(projectId, nextBefore, nextAfter), { replace: true })
  return (
    <>
      <div className={styles.sides}>
        <SideChoice
          label={t.compare.before}
          versions={versions}
          value={before}
          onChange={(side) => side !== 'now' && show(side, after)}
        />
        <SideChoice
          label={t.compare.after}
          versions={versions}
          hasNow
          value={after}
          onChange={(side) => show(before, side)}
        />
      </div>
      <div className={styles.tools}>
        {mayRestore && (
          <Button onPress={() => setAsked({ type: 'plan' })}>
            {t.compare.restoreNamed(versionName(former, t))}
          </Button>
        )}
        {comparison.data !== undefined && (
          <Button
            look="quiet"
            onPress={() => {
              const json = JSON.stringify(comparison.data, null, 2)
              downloadBlob(new Blob([json], { type: 'application/json' }), t.compare.fileName)
            }}
          >
            {t.compare.download}
          </Button>
        )}
      </div>
      {comparison.isPending && <Loading />}
      {comparison.isError &&
        (isApiError(comparison.error, 'not-found') ? (
          <Missing />
        ) : (
          <LoadFailure error={comparison.error} onRetry={() => void comparison.refetch()} />
        ))}
      {comparison.data !== undefined && (
        <ComparisonView
          comparison={comparison.data}
          {...(mayRestore && { actions: restoreActions(setAsked) })}
        />
      )}
      {asked !== null && former !== undefined && (
        <RestoreDialog projectId={projectId} version={former} scope={asked} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

/** One of the two that are compared, in a list. */
function SideChoice({
  label,
  versions,
  hasNow = false,
  value,
  onChange,
}: {
  label: string
  versions: readonly Version[]
  hasNow?: boolean
  value: Comparable
  onChange: (side: Comparable) => void
}) {
  const t = useMessages(versionsMessages)
  const locale = useLocale()
  const kept = versions.filter(({ isKept }) => isKept)
  const choices = [
    ...(hasNow ? [{ value: 'now' as const, label: t.now }] : []),
    ...kept.map((version) => ({
      value: version.id,
      label: t.compare.at(versionName(version, t), formatMoment(version.createdAt, locale)),
    })),
  ]
  return <Select<Comparable> label={label} choices={choices} value={value} onChange={onChange} />
}

/** What the comparison shows beside each thing that can be brought back. */
function restoreActions(onAsk: (scope: RestoreScope) => void) {
  return (target: { node: string; field?: string }) => <RestoreButton target={target} onAsk={onAsk} />
}

function RestoreButton({
  target: { node, field },
  onAsk,
}: {
  target: { node: string; field?: string }
  onAsk: (scope: RestoreScope) => void
}) {
  const t = useMessages(versionsMessages)
  const scope = scopeOf(node, field)
  // The text of an entry is all of it.
  if (scope === null || field === 'text') return null
  return (
    <Button small look="quiet" className={styles.here} onPress={() => onAsk(scope)}>
      {field === undefined ? t.compare.restoreHere : t.compare.restoreField}
    </Button>
  )
}

function scopeOf(node: string, field: string | undefined): RestoreScope | null {
  if (node === 'cover') return field === undefined ? null : { type: 'field', node, field }
  const id = nodeIdSchema.safeParse(node).data
  if (id === undefined) return null
  return field === undefined ? { type: 'node', node: id } : { type: 'field', node: id, field }
}

function Missing() {
  const t = useMessages(versionsMessages)
  return (
    <Message tone="warning">
      <p>{t.compare.missing}</p>
    </Message>
  )
}

import type { ProjectId, Version } from '@concerte/api'
import { actionsOf, lineToPlain, nodeIdSchema, type Project, type RestoreScope } from '@concerte/schema'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { beginRestoration, versionQuery, versionsQuery } from '../../api/versions.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { Select, type Choice } from '../../ui/select.tsx'
import { versionsMessages } from './messages.ts'
import { leaveRestoration } from './pending-restoration.ts'
import { versionName } from './version-name.ts'
import styles from './versions.module.css'

/** Says what restoring does, lets one choose how much comes back, and goes to the plan, where it is done as an edit. */
export function RestoreDialog({
  projectId,
  version,
  scope,
  onClose,
}: {
  projectId: ProjectId
  version: Version
  scope: RestoreScope
  onClose: () => void
}) {
  const t = useMessages(versionsMessages)
  const content = useQuery(versionQuery(projectId, version.id))
  return (
    <Dialog
      title={t.restore.title(versionName(version, t))}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {content.isPending && <Loading />}
      {content.isError && <LoadFailure error={content.error} onRetry={() => void content.refetch()} />}
      {content.data !== undefined && (
        <RestoreForm
          projectId={projectId}
          version={version}
          project={content.data.project}
          scope={scope}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

function RestoreForm({
  projectId,
  version,
  project,
  scope: asked,
  onClose,
}: {
  projectId: ProjectId
  version: Version
  project: Project
  scope: RestoreScope
  onClose: () => void
}) {
  const t = useMessages(versionsMessages)
  const client = useQueryClient()
  const [, go] = useLocation()
  const { axis: axisLabel, action: actionLabel } = project.template.labels
  const places = project.axes.flatMap((axis) => [
    {
      value: String(axis.id),
      label: t.restore.axis(axisLabel, axis.number, lineToPlain(axis.title)),
      lang: 'fr',
    },
    ...actionsOf(axis).map(({ id, number, title }) => ({
      value: String(id),
      label: t.restore.axis(actionLabel, number, lineToPlain(title)),
      lang: 'fr',
    })),
  ])
  const isPlace = asked.type === 'node' && places.some(({ value }) => value === asked.node)
  const isPassage = asked.type !== 'plan' && !isPlace
  const choices: Choice<string>[] = [
    ...(isPassage ? [{ value: passage, label: t.restore.this }] : []),
    { value: whole, label: t.restore.plan },
    ...places,
  ]
  const [chosen, setChosen] = useState(isPassage ? passage : isPlace ? asked.node : whole)
  const scope = scopeOf(chosen, asked)
  const form = useForm({
    initial: {},
    check: () => ({}),
    async send() {
      const restoration = await beginRestoration(projectId, { versionId: version.id, scope })
      void client.invalidateQueries({ queryKey: versionsQuery(projectId).queryKey })
      leaveRestoration(projectId, {
        project: restoration.project,
        scope,
        name: versionName(restoration.version, t),
      })
      go(`/plans/${projectId}`)
    },
  })
  return (
    <Form state={form}>
      <Select label={t.restore.what} choices={choices} value={chosen} onChange={setChosen} />
      <div className={styles.effect}>
        <p>{t.restore.effect}</p>
        {scope.type !== 'field' && <p>{t.restore.added}</p>}
      </div>
      <FormActions>
        <Button type="submit" look="primary" isPending={form.isPending}>
          {form.isPending ? t.restore.going : t.restore.go}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {t.cancel}
        </Button>
      </FormActions>
    </Form>
  )
}

/* No id of a node is empty or has a space. */
const whole = ''
const passage = ' '

function scopeOf(chosen: string, asked: RestoreScope): RestoreScope {
  if (chosen === whole) return { type: 'plan' }
  if (chosen === passage) return asked
  return { type: 'node', node: nodeIdSchema.parse(chosen) }
}

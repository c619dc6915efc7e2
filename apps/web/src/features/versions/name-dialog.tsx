import type { ProjectId, Version } from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { changeVersion, versionsQuery } from '../../api/versions.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { versionsMessages } from './messages.ts'
import { MilestoneBox } from './milestone-box.tsx'

/** Gives a version another name, and makes it a milestone or not. */
export function NameDialog({
  projectId,
  version,
  onClose,
}: {
  projectId: ProjectId
  version: Version
  onClose: () => void
}) {
  const t = useMessages(versionsMessages)
  const client = useQueryClient()
  const [isMilestone, setMilestone] = useState(version.kind === 'milestone')
  const form = useForm({
    initial: { name: version.name },
    check: (values): { name?: string } => (values.name.trim() === '' ? { name: t.nameMissing } : {}),
    async send(values) {
      await changeVersion(projectId, version.id, { name: values.name.trim(), isMilestone })
      await client.invalidateQueries({ queryKey: versionsQuery(projectId).queryKey })
      onClose()
    },
  })
  return (
    <Dialog title={t.renameTitle} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Form state={form}>
        <TextField
          {...form.field('name')}
          label={t.renameLabel}
          maxLength={200}
          autoComplete="off"
          isRequired
        />
        <MilestoneBox isMilestone={isMilestone} onChange={setMilestone} />
        <FormActions>
          <Button type="submit" look="primary" isPending={form.isPending}>
            {form.isPending ? t.keeping : t.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

import type { ProjectId } from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { createVersion, versionsQuery } from '../../api/versions.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { versionsMessages } from './messages.ts'
import { MilestoneBox } from './milestone-box.tsx'
import styles from './versions.module.css'

/** Names the plan as it is now. */
export function KeepForm({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(versionsMessages)
  const client = useQueryClient()
  const [kept, setKept] = useState('')
  const [isMilestone, setMilestone] = useState(false)
  const form = useForm({
    initial: { name: '' },
    check: (values): { name?: string } => (values.name.trim() === '' ? { name: t.nameMissing } : {}),
    async send(values) {
      setKept('')
      const version = await createVersion(projectId, { name: values.name.trim(), isMilestone })
      await client.invalidateQueries({ queryKey: versionsQuery(projectId).queryKey })
      form.reset()
      setMilestone(false)
      setKept(version.name)
    },
  })
  return (
    <div className={styles.keep}>
      <Form state={form}>
        <TextField
          {...form.field('name')}
          label={t.name}
          description={t.nameNote}
          maxLength={200}
          autoComplete="off"
          isRequired
        />
        <MilestoneBox isMilestone={isMilestone} onChange={setMilestone} />
        <FormActions>
          <Button type="submit" look="primary" isPending={form.isPending}>
            {form.isPending ? t.keeping : t.keep}
          </Button>
          <output className={styles.kept}>{kept === '' ? '' : t.kept(kept)}</output>
        </FormActions>
      </Form>
    </div>
  )
}

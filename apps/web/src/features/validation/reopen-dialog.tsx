import { reopeningSchema, type ProjectId } from '@concerte/api'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { reopenPlan } from '../../api/validation.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { phaseMessages } from '../plan/phase/messages.ts'
import { validationMessages } from './messages.ts'
import styles from './validation.module.css'

type OpenPhase = (typeof reopeningSchema.shape.phase.options)[number]

/** Asks why, and where the plan goes on. */
export function ReopenDialog({ projectId, onClose }: { projectId: ProjectId; onClose: () => void }) {
  const t = useMessages(validationMessages)
  const phases = useMessages(phaseMessages)
  const queries = useQueryClient()
  const [phase, setPhase] = useState<OpenPhase>('drafting')
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }): { reason?: string } =>
      reason.trim() === '' ? { reason: t.reopening.reasonMissing } : {},
    async send({ reason }) {
      await reopenPlan(projectId, { reason: reason.trim(), phase })
      await queries.invalidateQueries({ queryKey: ['project', projectId] })
      onClose()
    },
  })
  const { id, fault, onChange, value } = form.field('reason')
  return (
    <Dialog title={t.reopening.title} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <p>{t.reopening.text}</p>
      <Form state={form}>
        <div className={styles.reason}>
          <label htmlFor={id}>{t.reopening.reason}</label>
          <textarea
            id={id}
            rows={3}
            maxLength={5000}
            value={value}
            aria-required="true"
            aria-invalid={fault === undefined ? undefined : true}
            aria-describedby={`${id}note`}
            onChange={(event) => onChange(event.target.value)}
          />
          <p id={`${id}note`} className={fault === undefined ? styles.note : styles.fault}>
            {fault ?? t.reopening.reasonNote}
          </p>
        </div>
        <Select
          label={t.reopening.phase}
          value={phase}
          onChange={setPhase}
          choices={reopeningSchema.shape.phase.options.map((option) => ({
            value: option,
            label: phases.names[option],
          }))}
        />
        <FormActions>
          <Button type="submit" look="primary" isPending={form.isPending}>
            {form.isPending ? t.reopening.pending : t.reopening.confirm}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

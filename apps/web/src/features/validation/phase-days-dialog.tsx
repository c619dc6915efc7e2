import type { PhaseDates, ProjectId } from '@concerte/api'
import type { Phase } from '@concerte/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'

import { datePhase, phaseQuery } from '../../api/validation.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { phaseMessages } from '../plan/phase/messages.ts'
import { validationMessages } from './messages.ts'
import styles from './validation.module.css'

/** The days that are meant for a phase; either may stay open. */
export function PhaseDaysDialog({
  projectId,
  phase,
  dates,
  onClose,
}: {
  projectId: ProjectId
  phase: Phase
  dates: PhaseDates | undefined
  onClose: () => void
}) {
  const t = useMessages(validationMessages)
  const phases = useMessages(phaseMessages)
  const queries = useQueryClient()
  const form = useForm({
    initial: { startsOn: dates?.startsOn ?? '', endsOn: dates?.endsOn ?? '' },
    check: ({ startsOn, endsOn }): { endsOn?: string } =>
      startsOn !== '' && endsOn !== '' && endsOn < startsOn ? { endsOn: t.steps.wrongOrder } : {},
    async send({ startsOn, endsOn }) {
      await datePhase(projectId, phase, {
        startsOn: startsOn === '' ? null : startsOn,
        endsOn: endsOn === '' ? null : endsOn,
      })
      await queries.invalidateQueries({ queryKey: phaseQuery(projectId).queryKey })
      onClose()
    },
  })
  return (
    <Dialog
      title={t.steps.daysOf(phases.names[phase])}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Form state={form}>
        <div className={styles.days}>
          <DayField {...form.field('startsOn')} label={t.steps.startsOn} />
          <DayField {...form.field('endsOn')} label={t.steps.endsOn} />
        </div>
        <FormActions>
          <Button type="submit" look="primary" isPending={form.isPending}>
            {form.isPending ? t.steps.saving : t.steps.save}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {t.cancel}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** The browser's own field for a day: typed, or taken from its calendar. */
function DayField({
  id,
  name,
  label,
  value,
  onChange,
  fault,
}: {
  id: string
  name: string
  label: string
  value: string
  onChange: (value: string) => void
  fault: string | undefined
}) {
  const faultId = useId()
  return (
    <div className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="date"
        value={value}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={fault === undefined ? undefined : faultId}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault !== undefined && (
        <p id={faultId} className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  )
}

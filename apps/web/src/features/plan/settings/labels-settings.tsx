import { setLabels, setNumbering, type Labels } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useStructure } from '../store/use-structure.ts'
import styles from './settings.module.css'

const lengths: Record<keyof Labels, number> = { axis: 60, action: 60, foreword: 120 }

/** The words that precede numbers, and how actions are numbered. */
export function LabelsSettings() {
  const t = useMessages(planMessages)
  const { store } = usePlan()
  const { labels, numbering } = useStructure((structure) => structure.template)
  const shown = {
    axis: t.settings.labelAxis,
    action: t.settings.labelAction,
    foreword: t.settings.labelForeword,
  }
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t.settings.labels}</legend>
      <div className={styles.row}>
        {(['axis', 'action', 'foreword'] as const).map((label) => (
          <TextField
            key={label}
            id={`label-${label}`}
            name={label}
            label={shown[label]}
            maxLength={lengths[label]}
            value={labels[label]}
            onChange={(value) => setLabels(store.plan, { ...labels, [label]: value })}
          />
        ))}
      </div>
      <Select
        label={t.settings.numbering}
        value={numbering.actions}
        choices={[
          { value: 'perAxis', label: t.settings.perAxis },
          { value: 'continuous', label: t.settings.continuous },
        ]}
        onChange={(actions) => setNumbering(store.plan, { actions })}
      />
    </fieldset>
  )
}

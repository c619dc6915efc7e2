import { setLabels, setNumbering, type Labels } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Select } from '../../../ui/select.tsx'
import { usePlan } from '../plan-context.ts'
import { useStructure } from '../store/use-structure.ts'
import { settingsMessages } from './messages.ts'
import { SettingField } from './setting-field.tsx'
import styles from './settings.module.css'

const lengths: Record<keyof Labels, number> = { axis: 60, action: 60, foreword: 120 }

/** The words that precede numbers, and how actions are numbered. */
export function LabelsSettings() {
  const t = useMessages(settingsMessages)
  const { store, commands } = usePlan()
  const { labels, numbering } = useStructure((structure) => structure.template)
  const shown = { axis: t.labelAxis, action: t.labelAction, foreword: t.labelForeword }
  return (
    <div className={styles.fields}>
      {(['axis', 'action', 'foreword'] as const).map((label) => (
        <SettingField
          key={label}
          id={`label-${label}`}
          label={shown[label]}
          maxLength={lengths[label]}
          value={labels[label]}
          onChange={(value) => setLabels(store.plan, { ...labels, [label]: value })}
        />
      ))}
      <Select
        label={t.numbering}
        value={numbering.actions}
        choices={[
          { value: 'perAxis', label: t.perAxis },
          { value: 'continuous', label: t.continuous },
        ]}
        onChange={(actions) =>
          commands.run({ type: 'structure' }, (plan) => {
            setNumbering(plan, { actions })
            return undefined
          })
        }
      />
    </div>
  )
}

import { setField, type ActionFields as Fields, type NodeId } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useMay } from '../rights/use-rights.ts'
import { useValues } from '../store/use-structure.ts'
import { valueMessages } from '../values/messages.ts'
import { useUnfolded } from '../values/use-unfolded.ts'
import { ValueField } from '../values/value-field.tsx'
import { Disclosure } from './disclosure.tsx'
import styles from './node.module.css'

const lengths: Record<keyof Fields, number> = {
  announcedTitle: 1000,
  lead: 1000,
  partners: 2000,
  schedule: 1000,
  continues: 1000,
}
type Field = keyof Fields
const shown: readonly Field[] = ['lead', 'partners', 'schedule', 'continues', 'announcedTitle']

/** The structured fields of an action: those that are filled in stand on the page, the others behind a quiet word. */
export function ActionFields({ id, name }: { id: NodeId; name: string }) {
  const t = useMessages(planMessages)
  const { of } = useMessages(valueMessages)
  const { store, values: focus } = usePlan()
  const canWrite = useMay({ type: 'write', node: id })
  const values = useValues(id, 'action')
  const [isOpen, setOpen] = useUnfolded(id)
  // The announced title stands where it is announced: on the page of the axis.
  const filled = shown.filter((field) => values[field] !== undefined && field !== 'announcedTitle')
  if (filled.length === 0 && !canWrite) return null
  const visible = isOpen && canWrite ? shown : filled
  return (
    <Disclosure
      label={t.action.details}
      name={`${t.action.details}, ${name}`}
      isOpen={isOpen}
      canOpen={canWrite}
      // The fields stand before the button: Tab from it would pass them by.
      onOpenChange={(opens) => (opens ? focus.ask({ node: id, field: 'lead' }) : setOpen(false))}
    >
      {visible.length > 0 && (
        <dl className={styles.values}>
          {visible.map((field) => (
            <ValueField
              key={field}
              place={{ node: id, field }}
              label={t.action[field]}
              name={of(t.action[field], name)}
              {...(field === 'announcedTitle' && isOpen && { description: t.action.announcedTitleNote })}
              maxLength={lengths[field]}
              value={values[field] ?? ''}
              canWrite={canWrite}
              onChange={(value) =>
                setField(store.plan, id, 'action', field, value === '' ? undefined : value)
              }
            />
          ))}
        </dl>
      )}
    </Disclosure>
  )
}

import type { EntryType, NodeId } from '@concerte/schema'
import { memo } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { PlanText } from '../fields/plan-text.tsx'
import { planMessages } from '../messages.ts'
import { IndicatorFields } from './indicator-fields.tsx'
import { NodeButton } from './node-button.tsx'
import styles from './node.module.css'

/** A measure, an indicator or a statement. `owner`: what it belongs to, in words. */
export const EntryItem = memo(function EntryItem({
  id,
  type,
  position,
  owner,
}: {
  id: NodeId
  type: EntryType
  position: number
  owner: string
}) {
  const t = useMessages(planMessages)
  const name = t.fields.entry(t.kinds[type], position, owner)
  return (
    <li className={classes(styles.entry, styles[type])} id={`n-${id}`}>
      <div className={styles.entryText}>
        <PlanText node={id} field="text" profile="block" name={name} placeholder={t.placeholder[type]} />
        <NodeButton node={id} name={name} />
      </div>
      {type === 'indicator' && <IndicatorFields id={id} name={name} />}
    </li>
  )
})

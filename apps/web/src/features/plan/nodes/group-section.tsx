import type { NodeId } from '@concerte/schema'
import { memo } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { PlanText } from '../fields/plan-text.tsx'
import { planMessages } from '../messages.ts'
import { useList } from '../store/use-structure.ts'
import { ActionArticles } from './action-articles.tsx'
import { AddButton } from './add-button.tsx'
import { NodeButton } from './node-button.tsx'
import styles from './node.module.css'

/** Actions that stand together, «pour les élèves». */
export const GroupSection = memo(function GroupSection({
  id,
  axis,
  position,
}: {
  id: NodeId
  /** Its axis, in words. */
  axis: string
  /** Among the groups of its axis, from 1. */
  position: number
}) {
  const t = useMessages(planMessages)
  const actions = useList(id)
  const name = t.names.groupOf(position, axis)
  return (
    <div className={styles.group} id={`n-${id}`} data-part={id} data-around>
      <div className={styles.groupHead}>
        <h3 className={styles.groupTitle}>
          <PlanText
            node={id}
            field="title"
            profile="line"
            name={t.fields.groupTitle(name)}
            placeholder={t.placeholder.groupTitle}
          />
        </h3>
        <NodeButton node={id} name={name} />
      </div>
      <ActionArticles items={actions} axis={axis} level={4} />
      <AddButton added={{ type: 'action', parent: id }} label={t.add.action} name={t.add.actionTo(name)} />
    </div>
  )
})

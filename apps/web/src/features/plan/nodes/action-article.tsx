import { rubricsOf, type NodeId } from '@concerte/schema'
import { memo } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { PlanText } from '../fields/plan-text.tsx'
import { planMessages } from '../messages.ts'
import { useNumber, useStructure } from '../store/use-structure.ts'
import { ActionFields } from './action-fields.tsx'
import { NodeButton } from './node-button.tsx'
import styles from './node.module.css'
import { RubricBlock } from './rubric-block.tsx'

/** An action: its number in the margin, its title, its fields, its rubrics. `axis`: its axis, in words. */
export const ActionArticle = memo(function ActionArticle({
  id,
  axis,
  level,
}: {
  id: NodeId
  axis: string
  level: 3 | 4
}) {
  const t = useMessages(planMessages)
  const number = useNumber(id)
  const template = useStructure((structure) => structure.template)
  const name = t.names.action(template.labels.action, number, axis)
  const Heading = `h${level}` as const
  return (
    <article className={styles.action} id={`n-${id}`} data-part={id} aria-label={name}>
      <div className={styles.actionHead}>
        <Heading className={styles.actionTitle}>
          {number !== undefined && <span className={styles.number}>{`${number}.`}</span>}
          <PlanText
            node={id}
            field="title"
            profile="line"
            name={t.fields.actionTitle(name)}
            placeholder={t.placeholder.actionTitle}
          />
        </Heading>
        <NodeButton node={id} name={name} />
      </div>
      <ActionFields id={id} name={name} />
      {rubricsOf(template, 'action').map((rubric) => (
        <RubricBlock key={rubric.id} rubric={rubric} parent={id} owner={name} level={level === 3 ? 4 : 5} />
      ))}
    </article>
  )
})

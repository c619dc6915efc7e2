import { rubricsOf, type NodeId } from '@concerte/schema'
import { memo } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { PlanText } from '../fields/plan-text.tsx'
import { planMessages } from '../messages.ts'
import { usePart } from '../page/use-part.ts'
import { usePlan } from '../plan-context.ts'
import { useNumber, useStructure } from '../store/use-structure.ts'
import { ActionFields } from './action-fields.tsx'
import { likelyHeight } from './likely-height.ts'
import { NodeButton } from './node-button.tsx'
import styles from './node.module.css'
import { RubricBlock } from './rubric-block.tsx'

type Props = { id: NodeId; axis: string; level: 3 | 4 }

/** An action, or in a long plan the place of one that is far from the window. `axis`: its axis, in words. */
export const ActionArticle = memo(function ActionArticle(props: Props) {
  const { id } = props
  const { store, parts } = usePlan()
  const { ref, isNear } = usePart(id)
  const height = isNear ? undefined : (parts.heightOf(id) ?? likelyHeight(store.structure(), id))
  return (
    <article
      ref={ref}
      className={isNear ? styles.action : styles.farAction}
      id={`n-${id}`}
      data-part={id}
      style={{ height }}
    >
      {isNear && <Action {...props} />}
    </article>
  )
})

/** Its number in the margin, its title, its fields, its rubrics. */
function Action({ id, axis, level }: Props) {
  const t = useMessages(planMessages)
  const number = useNumber(id)
  const template = useStructure((structure) => structure.template)
  const name = t.names.action(template.labels.action, number, axis)
  const Heading = `h${level}` as const
  return (
    <>
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
        <RubricBlock key={rubric.id} rubric={rubric} parent={id} owner={name} level={4} />
      ))}
    </>
  )
}

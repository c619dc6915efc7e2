import { axisPalette, type NodeId, type Slot } from '@concerte/schema'
import { memo, type CSSProperties } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { PlanText } from '../fields/plan-text.tsx'
import { planMessages } from '../messages.ts'
import { useList, useNumber, useStructure, useValues } from '../store/use-structure.ts'
import { ActionArticles } from './action-articles.tsx'
import { ActionList } from './action-list.tsx'
import { AddButton } from './add-button.tsx'
import { AxisState } from './axis-state.tsx'
import styles from './axis.module.css'
import { GroupSection } from './group-section.tsx'
import { NodeButton } from './node-button.tsx'
import { RubricBlock } from './rubric-block.tsx'

type AxisStyle = CSSProperties & { '--axis': string; '--axis-fill': string; '--on-axis': string }

/** An axis: its opening in its colour, its slots in the template's order, its actions. */
export const AxisSection = memo(function AxisSection({ id }: { id: NodeId }) {
  const t = useMessages(planMessages)
  const number = useNumber(id)
  const children = useList(id)
  const template = useStructure((structure) => structure.template)
  const { colour } = useValues(id, 'axis')
  const palette = axisPalette({ number: number ?? 1, ...(colour !== undefined && { colour }) })
  const style: AxisStyle = { '--axis': palette.ink, '--on-axis': palette.onFill, '--axis-fill': palette.fill }
  const name = t.names.axis(template.labels.axis, number)
  const groups = children.filter(({ type }) => type === 'group')
  const hasActions = children.length > 0 || template.axis.some((slot) => slot.type === 'actionList')
  return (
    <section className={styles.axis} style={style} id={`n-${id}`}>
      <header className={styles.opening} data-on-colour>
        <p className={styles.label}>
          {number === undefined ? template.labels.axis : `${template.labels.axis} ${number}`}
        </p>
        <h2 className={styles.title}>
          <PlanText
            node={id}
            field="title"
            profile="line"
            name={t.fields.axisTitle(name)}
            placeholder={t.placeholder.axisTitle}
          />
        </h2>
        <div className={styles.slogan}>
          <PlanText
            node={id}
            field="slogan"
            profile="line"
            name={t.fields.axisSlogan(name)}
            placeholder={t.placeholder.axisSlogan}
            isOptional
          />
        </div>
        <AxisState id={id} />
        <NodeButton node={id} name={name} className={styles.button} />
      </header>
      <div className={styles.body}>
        {template.axis.map((slot) => (
          <AxisSlot key={slot.id} slot={slot} axis={id} name={name} />
        ))}
        <div className={styles.actions}>
          <ActionArticles items={children} axis={name} level={3}>
            {(group) => (
              <GroupSection
                key={group}
                id={group}
                axis={name}
                position={groups.findIndex(({ id: other }) => other === group) + 1}
              />
            )}
          </ActionArticles>
        </div>
        {hasActions && (
          <div className={styles.add}>
            <AddButton
              added={{ type: 'action', parent: id }}
              label={t.add.action}
              name={t.add.actionTo(name)}
            />
            <AddButton added={{ type: 'group', parent: id }} label={t.add.group} name={t.add.groupTo(name)} />
          </div>
        )}
      </div>
    </section>
  )
})

function AxisSlot({ slot, axis, name }: { slot: Slot; axis: NodeId; name: string }) {
  const t = useMessages(planMessages)
  switch (slot.type) {
    case 'rubric':
      return <RubricBlock rubric={slot} parent={axis} owner={name} level={3} />
    case 'actionList':
      return <ActionList axis={axis} heading={slot.heading} />
    case 'introduction':
      return (
        <PlanText
          node={axis}
          field="introduction"
          profile="block"
          name={t.fields.axisIntroduction(name)}
          placeholder={t.placeholder.introduction}
          isOptional
          className={styles.introduction}
        />
      )
  }
}

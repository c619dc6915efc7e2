import type { Comparison, SlotChange } from '@concerte/schema'
import { useId } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { ChangeTag } from './change-tag.tsx'
import styles from './comparison-view.module.css'
import { compareMessages } from './messages.ts'
import { ValueList } from './value-list.tsx'

/** What became of the template: its names and labels, and the places of its pages. */
export function TemplateChanges({ template }: { template: Comparison['template'] }) {
  const t = useMessages(compareMessages)
  const id = useId()
  if (template.values.length + template.slots.length === 0) return null
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>{t.parts.template}</h2>
      {template.values.length > 0 && <ValueList values={template.values} />}
      {(['axis', 'action'] as const).map((level) => {
        const slots = template.slots.filter((slot) => slot.level === level)
        if (slots.length === 0) return null
        return (
          <div key={level} className={styles.run}>
            <h3>{t.slots[level]}</h3>
            <ul className={styles.changes}>
              {slots.map((slot) => (
                <SlotItem key={slot.slot} change={slot} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

function SlotItem({ change }: { change: SlotChange }) {
  const t = useMessages(compareMessages)
  const { type, heading, isMoved, values } = change
  const became = type === 'kept' ? 'moved' : type
  return (
    <li className={styles.change} data-type={type}>
      <p className={styles.name}>
        <span>{heading === '' ? t.slots.introduction : heading}</span>
        {(type !== 'kept' || isMoved) && <ChangeTag type={became} words={t.slots[became]} />}
      </p>
      {type === 'kept' && values.length > 0 && <ValueList values={values} />}
    </li>
  )
}

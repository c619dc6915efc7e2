import {
  addRubric,
  entryTypeSchema,
  moveSlot,
  updateSlot,
  type EntryType,
  type Slot,
  type SlotLevel,
} from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useStructure } from '../store/use-structure.ts'
import styles from './settings.module.css'

/** The rubrics of an axis's or an action's page: rename, reorder, retire, add. */
export function RubricsSettings({ level }: { level: SlotLevel }) {
  const t = useMessages(planMessages)
  const slots = useStructure((structure) => structure.template)[level]
  return (
    <section className={styles.group}>
      <h3 className={styles.legend}>{level === 'axis' ? t.settings.axisPage : t.settings.actionPage}</h3>
      <ol className={styles.slots}>
        {slots.map((slot, index) => (
          <SlotRow key={slot.id} slot={slot} index={index} count={slots.length} />
        ))}
      </ol>
      <NewRubric level={level} />
    </section>
  )
}

function SlotRow({ slot, index, count }: { slot: Slot; index: number; count: number }) {
  const t = useMessages(planMessages)
  const { store } = usePlan()
  const isRetired = slot.type === 'rubric' && slot.retired === true
  const name = nameOf(slot, t.settings)
  return (
    <li className={styles.slot} data-retired={isRetired || undefined}>
      <div className={styles.slotFields}>
        {slot.type === 'introduction' ? (
          <p className={styles.slotName}>{t.settings.introduction}</p>
        ) : (
          <TextField
            id={`slot-${slot.id}`}
            name="heading"
            label={slot.type === 'actionList' ? t.settings.actionList : t.settings.heading}
            maxLength={300}
            value={slot.heading}
            onChange={(heading) => updateSlot(store.plan, slot.id, { heading })}
            {...(isRetired && { description: t.settings.retired })}
          />
        )}
        {slot.type === 'rubric' && slot.headingOne !== undefined && (
          <TextField
            id={`slot-one-${slot.id}`}
            name="headingOne"
            label={t.settings.headingOne}
            maxLength={300}
            value={slot.headingOne}
            onChange={(headingOne) => updateSlot(store.plan, slot.id, { headingOne })}
          />
        )}
      </div>
      <div className={styles.slotButtons}>
        <Button
          small
          look="quiet"
          aria-label={t.settings.up(name)}
          isDisabled={index === 0}
          onPress={() => moveSlot(store.plan, slot.id, index - 1)}
        >
          {t.menu.up}
        </Button>
        <Button
          small
          look="quiet"
          aria-label={t.settings.down(name)}
          isDisabled={index === count - 1}
          onPress={() => moveSlot(store.plan, slot.id, index + 1)}
        >
          {t.menu.down}
        </Button>
        {slot.type === 'rubric' && (
          <Button
            small
            look="quiet"
            aria-label={isRetired ? t.settings.reviveThe(name) : t.settings.retireThe(name)}
            onPress={() => updateSlot(store.plan, slot.id, { retired: !isRetired })}
          >
            {isRetired ? t.settings.revive : t.settings.retire}
          </Button>
        )}
      </div>
    </li>
  )
}

function NewRubric({ level }: { level: SlotLevel }) {
  const t = useMessages(planMessages)
  const { store } = usePlan()
  const [heading, setHeading] = useState('')
  const [entryType, setEntryType] = useState<EntryType>('statement')
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault()
        addRubric(store.plan, level, { entryType, heading: heading.trim() })
        setHeading('')
      }}
    >
      <TextField
        id={`new-rubric-${level}`}
        name="heading"
        label={t.settings.heading}
        maxLength={300}
        value={heading}
        onChange={setHeading}
      />
      <Select
        label={t.settings.kind}
        value={entryType}
        choices={entryTypeSchema.options.map((value) => ({ value, label: t.settings.holds[value] }))}
        onChange={setEntryType}
      />
      <Button type="submit" isDisabled={heading.trim() === ''}>
        {t.settings.addRubric}
      </Button>
    </form>
  )
}

function nameOf(slot: Slot, t: { introduction: string; withoutHeading: string }): string {
  if (slot.type === 'introduction') return t.introduction
  return slot.heading === '' ? t.withoutHeading : slot.heading
}

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
import { usePlan } from '../plan-context.ts'
import type { PlanStructure } from '../store/structure.ts'
import { useStructure } from '../store/use-structure.ts'
import type { fr } from './messages.fr.ts'
import { settingsMessages } from './messages.ts'
import { OrderButtons } from './order-buttons.tsx'
import { SettingField } from './setting-field.tsx'
import styles from './settings.module.css'

/** The rubrics of an axis's and of an action's page: add, rename, reorder, retire. */
export function RubricsSettings() {
  return (
    <div className={styles.groups}>
      <Level level="axis" />
      <Level level="action" />
    </div>
  )
}

function Level({ level }: { level: SlotLevel }) {
  const t = useMessages(settingsMessages)
  const slots = useStructure((structure) => structure.template)[level]
  return (
    <section className={styles.group}>
      <h3 className={styles.legend}>{level === 'axis' ? t.axisPage : t.actionPage}</h3>
      <ol className={styles.list}>
        {slots.map((slot, index) => (
          <SlotRow key={slot.id} slot={slot} index={index} count={slots.length} />
        ))}
      </ol>
      <NewRubric level={level} />
    </section>
  )
}

function SlotRow({ slot, index, count }: { slot: Slot; index: number; count: number }) {
  const t = useMessages(settingsMessages)
  const { store, commands } = usePlan()
  const held = useStructure((structure) => countEntries(structure, slot.id))
  const isRubric = slot.type === 'rubric'
  const isRetired = isRubric && slot.retired === true
  const name = nameOf(slot, t)
  const run = (change: Parameters<typeof commands.run>[1]) => commands.run({ type: 'structure' }, change)
  const retire = () =>
    run((plan) => {
      updateSlot(plan, slot.id, { retired: !isRetired })
      return isRubric && !isRetired
        ? { said: t.saidRetired(name, slot.entryType, held), canUndo: true }
        : undefined
    })
  return (
    <li className={styles.row} data-retired={isRetired || undefined}>
      <div className={styles.rowHead}>
        <p className={styles.rowTitle} lang="fr">
          {name}
        </p>
        <OrderButtons
          name={name}
          index={index}
          count={count}
          onMove={(to) =>
            run((plan) => {
              moveSlot(plan, slot.id, to)
              return undefined
            })
          }
        />
      </div>
      {slot.type !== 'introduction' && (
        <div className={styles.pair}>
          <SettingField
            id={`slot-${slot.id}`}
            label={slot.type === 'actionList' ? t.actionList : t.heading}
            maxLength={300}
            value={slot.heading}
            onChange={(heading) => updateSlot(store.plan, slot.id, { heading })}
          />
          {isRubric && (
            <SettingField
              id={`slot-one-${slot.id}`}
              label={t.headingOne}
              description={t.headingOneNote}
              maxLength={300}
              value={slot.headingOne ?? ''}
              onChange={(one) => updateSlot(store.plan, slot.id, { headingOne: one === '' ? null : one })}
            />
          )}
        </div>
      )}
      {isRubric && (
        <div className={styles.rowFoot}>
          <p className={styles.note}>
            {isRetired ? t.retired(slot.entryType, held) : t.holdsNow(slot.entryType, held)}
          </p>
          <Button
            small
            look="quiet"
            aria-label={isRetired ? t.reviveThe(name) : t.retireThe(name)}
            onPress={retire}
          >
            {isRetired ? t.revive : t.retire}
          </Button>
        </div>
      )}
    </li>
  )
}

function NewRubric({ level }: { level: SlotLevel }) {
  const t = useMessages(settingsMessages)
  const { commands } = usePlan()
  const [heading, setHeading] = useState('')
  const [entryType, setEntryType] = useState<EntryType>('statement')
  return (
    <form
      className={styles.added}
      onSubmit={(event) => {
        event.preventDefault()
        if (heading.trim() === '') return
        commands.run({ type: 'structure' }, (plan) => {
          addRubric(plan, level, { entryType, heading: heading.trim() })
          return undefined
        })
        setHeading('')
      }}
    >
      <TextField
        id={`new-rubric-${level}`}
        name="heading"
        label={t.newRubric}
        maxLength={300}
        value={heading}
        onChange={setHeading}
      />
      <Select
        label={t.kind}
        value={entryType}
        choices={entryTypeSchema.options.map((value) => ({ value, label: t.holds[value] }))}
        onChange={setEntryType}
      />
      <Button type="submit" isDisabled={heading.trim() === ''}>
        {t.addRubric}
      </Button>
    </form>
  )
}

function nameOf(slot: Slot, t: typeof fr): string {
  if (slot.type === 'introduction') return t.introduction
  if (slot.heading !== '') return slot.heading
  return slot.type === 'actionList' ? t.actionList : t.withoutHeading[slot.entryType]
}

/** How many entries stand under a rubric; what is in the bin does not count. */
function countEntries({ outline }: PlanStructure, rubric: string): number {
  let count = 0
  for (const node of outline.nodes.values()) {
    if (node.place.rubric === rubric && node.trashed === undefined) count += 1
  }
  return count
}

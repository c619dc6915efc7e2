import {
  axisColour,
  axisColours,
  contrastWithWhite,
  enoughContrast,
  setField,
  type NodeId,
} from '@concerte/schema'
import type { CSSProperties } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { usePlan } from '../plan-context.ts'
import { useList, useNumber, usePlainLine, useStructure, useValues } from '../store/use-structure.ts'
import { settingsMessages } from './messages.ts'
import { SettingField } from './setting-field.tsx'
import styles from './settings.module.css'

type SwatchStyle = CSSProperties & { '--swatch': string }

/** The colour of each axis: of the palette, or its own as long as white reads on it. */
export function ColoursSettings() {
  const t = useMessages(settingsMessages)
  const axes = useList('axes')
  return (
    <div className={styles.list}>
      {axes.length === 0 && <p className={styles.note}>{t.noAxes}</p>}
      {axes.map(({ id }) => (
        <AxisColour key={id} axis={id} />
      ))}
    </div>
  )
}

function AxisColour({ axis }: { axis: NodeId }) {
  const t = useMessages(settingsMessages)
  const { commands, store } = usePlan()
  const number = useNumber(axis) ?? 1
  const label = useStructure((structure) => structure.template.labels.axis)
  const title = usePlainLine({ node: axis, field: 'title' })
  const { colour } = useValues(axis, 'axis')
  const names = t.colours.split(',')
  const set = (chosen: string | undefined) =>
    commands.run({ type: 'structure' }, (plan) => {
      setField(plan, axis, 'axis', 'colour', chosen)
      return undefined
    })
  const choice = (value: string | undefined, name: string) => {
    const style: SwatchStyle = { '--swatch': value ?? axisColour({ number }) }
    return (
      <label key={name} className={styles.swatch} style={style} title={name}>
        <input
          type="radio"
          name={`colour-${axis}`}
          aria-label={name}
          checked={colour === value}
          onChange={() => set(value)}
        />
        <span aria-hidden="true">{value === undefined && number}</span>
      </label>
    )
  }
  return (
    <fieldset className={styles.colour}>
      <legend className={styles.rowTitle}>{t.colourOf(`${label} ${number}`, title)}</legend>
      <div className={styles.swatches}>
        {choice(undefined, t.byNumber)}
        {axisColours.map((value, index) => choice(value, names[index] ?? value))}
      </div>
      <SettingField
        id={`colour-own-${axis}`}
        label={t.ownColour}
        value={colour ?? ''}
        maxLength={7}
        isFrench={false}
        read={readColour}
        wrong={t.ownWrong}
        onChange={(typed) => setField(store.plan, axis, 'axis', 'colour', typed === '' ? undefined : typed)}
      />
    </fieldset>
  )
}

/** A colour on which a white title reads well; null for any other. */
function readColour(typed: string): string | null {
  const colour = typed.trim().toLowerCase()
  return /^#[0-9a-f]{6}$/.test(colour) && contrastWithWhite(colour) >= enoughContrast ? colour : null
}

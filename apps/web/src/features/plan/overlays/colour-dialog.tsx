import { axisColours, setField, type NodeId, contrastWithWhite, enoughContrast } from '@concerte/schema'
import { useState, type CSSProperties } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useValues } from '../store/use-structure.ts'
import styles from './overlays.module.css'

type SwatchStyle = CSSProperties & { '--swatch': string }

/** The colour of an axis: of the palette, or its own as long as white reads on it. */
export function ColourDialog({ node, onClose }: { node: NodeId; onClose: () => void }) {
  const t = useMessages(planMessages)
  const locale = useLocale()
  const { commands } = usePlan()
  const { colour } = useValues(node, 'axis')
  const [own, setOwn] = useState(colour ?? '')
  const names = t.colour.named.split(',')
  const typed = own.trim().toLowerCase()
  const isColour = /^#[0-9a-f]{6}$/.test(typed)
  const ratio = isColour ? contrastWithWhite(typed) : 0

  const choose = (chosen: string | undefined) => {
    commands.run({ type: 'structure' }, (plan) => {
      setField(plan, node, 'axis', 'colour', chosen)
      return undefined
    })
    onClose()
  }
  const spoken = ratio.toLocaleString(locale, { maximumFractionDigits: 1 })
  return (
    <Dialog title={t.colour.title} isOpen onOpenChange={onClose}>
      <fieldset className={styles.swatches}>
        <legend className={styles.legend}>{t.colour.choice}</legend>
        {axisColours.map((value, index) => {
          const style: SwatchStyle = { '--swatch': value }
          return (
            <button
              key={value}
              type="button"
              className={styles.swatch}
              style={style}
              aria-pressed={colour === value}
              onClick={() => choose(value)}
            >
              <span>{names[index]}</span>
            </button>
          )
        })}
      </fieldset>
      <Button small onPress={() => choose(undefined)}>
        {t.colour.byNumber}
      </Button>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault()
          if (isColour && ratio >= enoughContrast) choose(typed)
        }}
      >
        <TextField
          id="axis-colour"
          name="colour"
          label={t.colour.own}
          description={isColour ? t.colour.contrast(spoken) : t.colour.ownNote}
          value={own}
          onChange={setOwn}
          maxLength={7}
          autoComplete="off"
          fault={colourFault(typed, isColour, ratio, t.colour)}
        />
        <Button type="submit" isDisabled={!isColour || ratio < enoughContrast}>
          {t.colour.apply}
        </Button>
      </form>
    </Dialog>
  )
}

function colourFault(
  typed: string,
  isColour: boolean,
  ratio: number,
  t: { wrong: string; tooLight: string },
): string | undefined {
  if (isColour) return ratio < enoughContrast ? t.tooLight : undefined
  return typed.length >= 7 ? t.wrong : undefined
}

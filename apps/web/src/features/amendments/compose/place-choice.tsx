import { rubricIdSchema, type Spot } from '@concerte/schema'
import { useEffect, useId, useRef, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../../plan/messages.ts'
import { destinationsFor, type Destination, type Placed } from '../../plan/overlays/destinations.ts'
import { usePlan } from '../../plan/plan-context.ts'
import { matches } from '../../find/plain-words.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'
import { nodeIdAt } from '../place-now.ts'
import { PlaceSelect } from './place-select.tsx'

/** As many places as one reads through; words narrow them. */
const most = 40

/** The list of the plan in which something is to stand, and after what. */
export function PlaceChoice({
  label,
  placed,
  chosen,
  here = null,
  isOffered,
  takesFocus = false,
  onChange,
}: {
  label: string
  placed: Placed
  chosen: Spot | null
  /** Where it stands now, which going there again leaves it at. */
  here?: Spot | null
  isOffered?: (destination: Destination) => boolean
  takesFocus?: boolean
  onChange: (spot: Spot) => void
}) {
  const t = useMessages(amendmentMessages)
  const plan = useMessages(planMessages)
  const id = useId()
  const { store } = usePlan()
  const box = useRef<HTMLFieldSetElement>(null)
  const [focuses] = useState(takesFocus)
  const [filter, setFilter] = useState('')
  useEffect(() => {
    if (focuses) box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [focuses])
  const structure = store.structure()
  const all = destinationsFor(store, placed, plan).filter((place) => isOffered?.(place) ?? true)
  const found = all.filter(({ label: name }) => matches(filter, name))
  const siblingsIn = ({ parent, rubric }: Pick<Destination, 'parent' | 'rubric'>) =>
    structure.list(parent, rubric).filter((sibling) => sibling.id !== placed.id)
  const isChosen = ({ parent, rubric }: Destination) => chosen?.parent === parent && chosen.rubric === rubric
  const go = (destination: Destination) => {
    const spot = destination.isHere && here !== null ? here : endOf(destination, siblingsIn(destination))
    if (spot !== null) onChange(spot)
  }
  return (
    <>
      <fieldset ref={box} className={styles.part}>
        <legend className={styles.label}>{label}</legend>
        {all.length > 8 && (
          <TextField
            id={`${id}filter`}
            name="filter"
            label={t.compose.filter}
            value={filter}
            onChange={setFilter}
            autoComplete="off"
          />
        )}
        {found.length === 0 ? (
          <output className={styles.note}>{t.compose.noDestination}</output>
        ) : (
          <ul className={styles.places}>
            {found.slice(0, most).map((destination) => (
              <li key={destination.key} data-depth={destination.depth}>
                <Button
                  look="quiet"
                  small
                  className={styles.place}
                  aria-pressed={isChosen(destination)}
                  onPress={() => go(destination)}
                >
                  <span lang="fr">{destination.label}</span>
                  {destination.isHere && ` (${t.compose.here})`}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
      {chosen !== null && all.some(isChosen) && (
        <PlaceSelect
          siblings={siblingsIn(chosen)}
          after={chosen.after}
          onChange={(after) => onChange({ ...chosen, after })}
        />
      )}
    </>
  )
}

function endOf({ parent, rubric }: Destination, siblings: readonly { id: string }[]): Spot | null {
  const holder = parent === 'axes' ? 'axes' : nodeIdAt(parent)
  if (holder === null) return null
  const list = rubricIdSchema.safeParse(rubric).data
  const last = siblings.at(-1)
  return {
    parent: holder,
    ...(list !== undefined && { rubric: list }),
    after: last === undefined ? null : nodeIdAt(last.id),
  }
}

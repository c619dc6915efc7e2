import { rubricIdSchema, type Proposal, type Spot } from '@concerte/schema'
import { useId, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { planMessages } from '../../plan/messages.ts'
import { destinationsFor, type Destination } from '../../plan/overlays/destinations.ts'
import { usePlan } from '../../plan/plan-context.ts'
import { plainWords } from '../../review/plain-words.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'
import { nodeIdAt } from '../place-now.ts'
import { PlaceSelect } from './place-select.tsx'

type Move = Extract<Proposal, { type: 'move' }>

/** As many places as one reads through; words narrow them. */
const most = 40

/** Another place for something: the list that it goes to, and after what. */
export function MovePart({ proposal, onChange }: { proposal: Move; onChange: (proposal: Move) => void }) {
  const t = useMessages(amendmentMessages)
  const plan = useMessages(planMessages)
  const id = useId()
  const { store } = usePlan()
  const [filter, setFilter] = useState('')
  const structure = store.structure()
  const node = structure.outline.nodes.get(proposal.node)
  if (node === undefined) return <p className={styles.note}>{t.compose.gone}</p>
  const words = plainWords(filter).split(/\s+/)
  const all = destinationsFor(store, node, plan)
  const found = all.filter(({ label }) => words.every((word) => plainWords(label).includes(word)))
  const { to } = proposal
  const siblings = structure.list(to.parent, to.rubric).filter((sibling) => sibling.id !== proposal.node)
  const go = (destination: Destination) => {
    const spot = spotAt(destination, structure.list(destination.parent, destination.rubric), proposal)
    if (spot !== null) onChange({ ...proposal, to: spot })
  }
  return (
    <>
      <fieldset className={styles.part}>
        <legend className={styles.label}>{t.compose.destination}</legend>
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
        {found.length === 0 && <output className={styles.note}>{t.compose.noDestination}</output>}
        <ul className={styles.places}>
          {found.slice(0, most).map((destination) => (
            <li key={destination.key} data-depth={destination.depth}>
              <Button
                look="quiet"
                small
                className={styles.place}
                aria-pressed={to.parent === destination.parent && to.rubric === destination.rubric}
                onPress={() => go(destination)}
              >
                {destination.isHere ? `${destination.label} (${t.compose.here})` : destination.label}
              </Button>
            </li>
          ))}
        </ul>
      </fieldset>
      <PlaceSelect
        siblings={siblings}
        after={to.after}
        onChange={(after) => onChange({ ...proposal, to: { ...to, after } })}
      />
    </>
  )
}

/** At the end of the list that was chosen; where the node stands already, as it stands. */
function spotAt(
  { parent, rubric, isHere }: Destination,
  siblings: readonly { id: string }[],
  { node, base }: Move,
): Spot | null {
  if (isHere) return base
  const holder = parent === 'axes' ? 'axes' : nodeIdAt(parent)
  if (holder === null) return null
  const list = rubricIdSchema.safeParse(rubric).data
  const last = siblings.findLast(({ id }) => id !== node)
  return {
    parent: holder,
    ...(list !== undefined && { rubric: list }),
    after: last === undefined ? null : nodeIdAt(last.id),
  }
}

import { moveNode, restoreNode, type NodeId } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { matches } from '../../find/plain-words.ts'
import { mainText } from '../commands/node-commands.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import { destinationsFor, type Destination } from './destinations.ts'
import styles from './overlays.module.css'

/** Where a node may go, in the order of the plan, with a field that narrows the list. */
export function MoveDialog({ node: id, name, onClose }: { node: NodeId; name: string; onClose: () => void }) {
  const t = useMessages(planMessages)
  const { store, commands, rights } = usePlan()
  const [filter, setFilter] = useState('')
  const node = store.structure().outline.nodes.get(id)
  if (node === undefined) return null
  const all = destinationsFor(store, node, t).filter(
    ({ parent }) => rights.refusal({ type: 'addTo', parent }) === null,
  )
  const found = all.filter(({ label }) => matches(filter, label))

  const go = ({ parent, rubric, label }: Destination) => {
    onClose()
    setTimeout(() => {
      commands.run(
        [
          { type: 'arrange', node: id },
          { type: 'addTo', parent },
        ],
        (plan) => {
          moveNode(plan, id, { parent, rubric }, Number.POSITIVE_INFINITY)
          // From the bin, to another place than the one that is no more.
          if (node.trashed !== undefined) restoreNode(plan, id)
          return { focus: mainText(node), said: t.move.moved(name, label), canUndo: true }
        },
      )
    }, 0)
  }
  return (
    <Dialog title={t.move.title} isOpen onOpenChange={onClose} wide>
      <p>{t.move.question(name)}</p>
      {all.length > 8 && (
        <TextField
          id="move-filter"
          name="filter"
          label={t.move.filter}
          value={filter}
          onChange={setFilter}
          autoComplete="off"
        />
      )}
      {found.length === 0 && <output>{t.move.none}</output>}
      <ul className={styles.destinations}>
        {found.map((destination) => (
          <li key={destination.key} className={styles[`depth${destination.depth}`]}>
            <Button
              look="quiet"
              small
              className={styles.destination}
              isDisabled={destination.isHere}
              onPress={() => go(destination)}
            >
              {destination.label}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

import type { NewNode } from '@concerte/schema'

import { addAt } from '../commands/node-commands.ts'
import { usePlan } from '../plan-context.ts'
import { toAdd } from '../rights/plan-rights.ts'
import { useMay } from '../rights/use-rights.ts'
import styles from './node.module.css'

/** «+ Mesure»: adds a node at the end of its list and puts the caret in it. */
export function AddButton({ added, label, name }: { added: NewNode; label: string; name: string }) {
  const { commands } = usePlan()
  const canAdd = useMay(toAdd(added))
  if (!canAdd) return null
  return (
    <button
      type="button"
      className={styles.add}
      aria-label={name}
      onClick={() => commands.run(toAdd(added), (plan) => addAt(plan, added))}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 1.5v9M1.5 6h9" />
      </svg>
      {label}
    </button>
  )
}

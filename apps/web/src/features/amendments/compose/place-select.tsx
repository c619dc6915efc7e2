import type { NodeId } from '@concerte/schema'
import { useId } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { excerptOf } from '../../plan/overlays/excerpt.ts'
import { usePlan } from '../../plan/plan-context.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'
import { nodeIdAt } from '../place-now.ts'

const start = ''

/** After which of its siblings something is to stand; null: first. */
export function PlaceSelect({
  siblings,
  after,
  onChange,
}: {
  siblings: readonly { id: string }[]
  after: string | null
  onChange: (after: NodeId | null) => void
}) {
  const t = useMessages(amendmentMessages)
  const id = useId()
  const { store } = usePlan()
  if (siblings.length === 0) return null
  const wordsOf = (sibling: string) => {
    const node = store.structure().outline.nodes.get(sibling)
    return node === undefined ? '' : excerptOf(store.plan, node)
  }
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{t.compose.where}</label>
      <select
        id={id}
        lang="fr"
        value={siblings.some((sibling) => sibling.id === after) ? (after ?? start) : start}
        onChange={({ target }) => onChange(target.value === start ? null : nodeIdAt(target.value))}
      >
        <option value={start}>{t.compose.start}</option>
        {siblings.map((sibling, index) => (
          <option key={sibling.id} value={sibling.id}>
            {index === siblings.length - 1 ? t.compose.end : t.compose.after(wordsOf(sibling.id))}
          </option>
        ))}
      </select>
    </div>
  )
}

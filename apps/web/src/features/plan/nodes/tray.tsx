import type { OutlineNode } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { planMessages } from '../messages.ts'
import { excerptOf } from '../overlays/excerpt.ts'
import { usePlan } from '../plan-context.ts'
import { useMay } from '../rights/use-rights.ts'
import { useStructure } from '../store/use-structure.ts'
import { ActionArticle } from './action-article.tsx'
import { EntryItem } from './entry-item.tsx'
import styles from './node.module.css'
import own from './tray.module.css'

/** What a merge left without a place: shown whole, editable, with the way back into the plan. */
export function Tray() {
  const t = useMessages(planMessages)
  const unplaced = useStructure((structure) => structure.unplaced)
  if (unplaced.length === 0) return null
  return (
    <section className={own.tray} id="n-tray" aria-labelledby="tray-title">
      <h2 id="tray-title" className={own.title}>
        {t.tray.title}
      </h2>
      <p className={own.text}>{t.tray.text}</p>
      {unplaced.map((node, index) => (
        <Unplaced key={node.id} node={node} position={index + 1} />
      ))}
    </section>
  )
}

function Unplaced({ node, position }: { node: OutlineNode; position: number }) {
  const t = useMessages(planMessages)
  const { store, overlays } = usePlan()
  const canPlace = useMay({ type: 'arrange', node: node.id })
  const words = excerptOf(store.plan, node)
  const name = words === '' ? t.outline.noTitle : words
  return (
    <div className={own.item}>
      {node.type === 'entry' && (
        <ul className={styles.entries}>
          <EntryItem id={node.id} type="statement" position={position} owner={t.tray.title} />
        </ul>
      )}
      {node.type === 'action' && <ActionArticle id={node.id} axis={t.tray.title} level={3} />}
      {node.type !== 'entry' && node.type !== 'action' && <p>{name}</p>}
      {canPlace && (
        <Button small onPress={() => overlays.open({ type: 'move', node: node.id, name })}>
          {t.tray.place}
        </Button>
      )}
    </div>
  )
}

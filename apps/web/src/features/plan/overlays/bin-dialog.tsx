import { restoreNode, type OutlineNode } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { formatMoment } from '../../../i18n/dates.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { mainText } from '../commands/node-commands.ts'
import { planMessages } from '../messages.ts'
import { usePlan } from '../plan-context.ts'
import type { Intent } from '../rights/plan-rights.ts'
import { useMay } from '../rights/use-rights.ts'
import { useStructure } from '../store/use-structure.ts'
import { excerptOf } from './excerpt.ts'
import styles from './overlays.module.css'

/** What was removed, by whom and when, with the way back. */
export function BinDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(planMessages)
  const trash = useStructure((structure) => structure.trash)
  return (
    <Dialog title={t.bin.title} isOpen onOpenChange={onClose} wide>
      {trash.length === 0 && <p>{t.bin.empty}</p>}
      <ul className={styles.trash}>
        {trash.map((node) => (
          <Trashed key={node.id} node={node} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

function Trashed({ node, onClose }: { node: OutlineNode; onClose: () => void }) {
  const t = useMessages(planMessages)
  const locale = useLocale()
  const { store, commands } = usePlan()
  const intent: Intent = { type: 'arrange', node: node.id }
  const canRestore = useMay(intent)
  const words = excerptOf(store.plan, node)
  const name = words === '' ? t.outline.noTitle : words
  const when = node.trashed?.at == null ? '' : formatMoment(node.trashed.at, locale)
  const by = node.trashed?.by ?? null
  const restore = () => {
    onClose()
    setTimeout(() => {
      commands.run(intent, (plan) => {
        restoreNode(plan, node.id)
        return { focus: mainText(node), said: t.bin.restored(name), canUndo: true }
      })
    }, 0)
  }
  return (
    <li className={styles.trashed}>
      <div>
        <p className={styles.trashedWords}>{name}</p>
        <p className={styles.trashedNote}>{by === null ? t.bin.when(when) : t.bin.by(by, when)}</p>
      </div>
      {canRestore && (
        <Button small aria-label={t.bin.restoreThe(name)} onPress={restore}>
          {t.bin.restore}
        </Button>
      )}
    </li>
  )
}

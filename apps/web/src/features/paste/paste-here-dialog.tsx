import { readPasted } from '@concerte/editor/paste'
import type { NodeId } from '@concerte/schema'
import { useId, useState, type ClipboardEvent } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { pasteMessages } from './messages.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { pasteOptions, type PasteOption } from './paste-options.ts'
import { pasteSpot } from './paste-spot.ts'
import styles from './paste.module.css'

/** What one came for: the dialog opens on it. */
const focusFirst = { autoFocus: true } as const

/** «Coller ici» of the menu of a node: asks for what to paste, then shows what it would make. */
export function PasteHereDialog({
  node,
  name,
  onClose,
}: {
  node: NodeId
  name: string
  onClose: () => void
}) {
  const t = useMessages(pasteMessages)
  const { store, rights } = usePlan()
  const [options, setOptions] = useState<readonly PasteOption[]>([])
  const [fault, setFault] = useState('')
  const id = useId()
  if (options.length > 0) {
    return <PasteDialog place={{ node, field: 'title' }} options={options} onClose={onClose} />
  }

  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault()
    const structure = store.structure()
    const found = structure.outline.nodes.get(node)
    const reading = readPasted({
      html: event.clipboardData.getData('text/html'),
      text: event.clipboardData.getData('text/plain'),
    })
    if (reading.type === 'too-much') return setFault(t.tooMuch)
    if (reading.blocks.length === 0) return setFault(t.nothing)
    const spot = found === undefined ? null : pasteSpot(store.plan, structure, found)
    const { blocks } = reading
    const ways = pasteOptions({ blocks, spot, template: structure.template, rights, field: null })
    if (ways.length === 0) return setFault(t.noPlace)
    setOptions(ways)
  }
  return (
    <Dialog title={t.title} isOpen onOpenChange={onClose} wide>
      <div className={styles.zone}>
        <p>{t.into(name)}</p>
        <label className={styles.zoneLabel} htmlFor={id}>
          {t.zone}
        </label>
        {/* It takes pasting alone. */}
        <textarea
          id={id}
          {...focusFirst}
          value=""
          onChange={() => undefined}
          onPaste={onPaste}
          aria-describedby={`${id}-note`}
        />
        <p id={`${id}-note`} className={styles.zoneNote}>
          {t.zoneNote}
        </p>
        <p role="alert">{fault}</p>
      </div>
    </Dialog>
  )
}

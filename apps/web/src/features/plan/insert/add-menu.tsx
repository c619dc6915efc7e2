import type { NodeId } from '@concerte/schema'

import { useMessages } from '../../../i18n/catalogue.ts'
import { MenuItem } from '../../../ui/menu-parts.tsx'
import { AnchoredMenu } from '../overlays/anchored-menu.tsx'
import { usePlan } from '../plan-context.ts'
import { insertItems } from './insert-items.ts'
import { insertNode } from './insert-node.ts'
import { insertMessages } from './messages.ts'

/** What may come at a node, at the + beside it. */
export default function AddMenu({
  node,
  name,
  anchor,
  onClose,
}: {
  node: NodeId
  name: string
  anchor: HTMLElement
  onClose: () => void
}) {
  const t = useMessages(insertMessages)
  const tools = usePlan()
  const items = insertItems(tools, node, false, t)
  return (
    <AnchoredMenu
      label={t.add(name)}
      anchor={anchor}
      onClose={onClose}
      onAction={(pressed) => {
        const item = items.find(({ key }) => key === pressed)
        if (item?.type === 'node') insertNode(tools, item)
      }}
    >
      {items.map(({ key, label, note }) => (
        <MenuItem key={key} id={key} label={label} {...(note !== '' && { description: note })} />
      ))}
    </AnchoredMenu>
  )
}

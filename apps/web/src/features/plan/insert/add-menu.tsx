import type { NodeId } from '@concerte/schema'
import { useEffect, useRef } from 'react'
import { Menu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

import { useMessages } from '../../../i18n/catalogue.ts'
import { MenuItem } from '../../../ui/menu-parts.tsx'
import overlayStyles from '../../../ui/overlay.module.css'
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
  const button = useRef<HTMLElement>(anchor)
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // As in the menu of a node: nothing else takes the focus there where the press was no pointer's.
    const frame = requestAnimationFrame(() => {
      if (menu.current?.contains(document.activeElement) !== false) return
      menu.current.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  const items = insertItems(tools, node, false, t)
  return (
    <Popover
      className={overlayStyles.popover ?? ''}
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      placement="bottom end"
      aria-label={t.add(name)}
    >
      <Menu
        ref={menu}
        className={overlayStyles.menu ?? ''}
        aria-label={t.add(name)}
        onClose={onClose}
        onAction={(key) => {
          onClose()
          // After the menu has given the focus back to its button.
          const item = items.find((offered) => offered.key === key)
          setTimeout(() => item?.type === 'node' && insertNode(tools, item), 0)
        }}
      >
        {items.map(({ key, label, note }) => (
          <MenuItem key={key} id={key} label={label} {...(note !== '' && { description: note })} />
        ))}
      </Menu>
    </Popover>
  )
}

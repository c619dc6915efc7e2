import { useEffect, useRef, type ReactNode } from 'react'
import { Menu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

import overlayStyles from '../../../ui/overlay.module.css'

/** The menu opens on its first item, as one that a trigger opens does. */
const focusFirst = { autoFocus: 'first' } as const

/** A menu at a plain button that is no trigger of its own: a plan has hundreds of them. `children`: its items. */
export function AnchoredMenu({
  label,
  anchor,
  onClose,
  onAction,
  children,
}: {
  label: string
  anchor: HTMLElement
  onClose: () => void
  /** Called after the menu has given the focus back to its button. */
  onAction: (key: string) => void
  children: ReactNode
}) {
  const button = useRef<HTMLElement>(anchor)
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Enter on a plain button is taken for a screen reader's press: its focus is moved only where nothing else moved it,
    // and the page behind, going inert, has.
    const frame = requestAnimationFrame(() => {
      if (menu.current?.contains(document.activeElement) !== false) return
      menu.current.querySelector<HTMLElement>('[role=menuitem]:not([aria-disabled=true])')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <Popover
      className={overlayStyles.popover ?? ''}
      triggerRef={button}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      placement="bottom end"
      aria-label={label}
    >
      <Menu
        ref={menu}
        className={overlayStyles.menu ?? ''}
        aria-label={label}
        {...focusFirst}
        onClose={onClose}
        onAction={(key) => {
          onClose()
          setTimeout(() => onAction(String(key)), 0)
        }}
      >
        {children}
      </Menu>
    </Popover>
  )
}

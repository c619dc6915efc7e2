import { useId, type ReactNode } from 'react'

import styles from './node.module.css'

/** Details of a node, with the quiet button that shows all of them; what is inside decides what shows while it is closed. */
export function Disclosure({
  label,
  name,
  isOpen,
  canOpen,
  onOpenChange,
  children,
}: {
  label: string
  name: string
  isOpen: boolean
  /** What is behind the word is there to be filled in. */
  canOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode
}) {
  const id = useId()
  return (
    <div className={styles.details} data-values>
      <div id={id}>{children}</div>
      {canOpen && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={name}
          onClick={() => onOpenChange(!isOpen)}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M4.5 2.5L8 6l-3.5 3.5" />
          </svg>
          {label}
        </button>
      )}
    </div>
  )
}

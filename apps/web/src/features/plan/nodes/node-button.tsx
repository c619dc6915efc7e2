import type { NodeId } from '@concerte/schema'
import { useSyncExternalStore } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { classes } from '../../../ui/classes.ts'
import { OpenCountsButton } from '../../review/open-counts-button.tsx'
import { insertMessages } from '../insert/messages.ts'
import { planMessages } from '../messages.ts'
import { isReviewOnly, menuItems } from '../overlays/menu-items.ts'
import { usePlan } from '../plan-context.ts'
import styles from './node.module.css'

/**
 * The quiet button of a node's menu. A plain button: a plan has hundreds of them, and one menu serves them all
 * (`NodeMenu`), opened where the button is. Beside it, where there is room, a + that offers what may come here.
 */
export function NodeButton({
  node,
  name,
  className,
}: {
  node: NodeId
  name: string
  className?: string | undefined
}) {
  const t = useMessages(planMessages)
  const insert = useMessages(insertMessages)
  const tools = usePlan()
  const { overlays, rights, store } = tools
  const offered = useSyncExternalStore(rights.subscribe, () => {
    const known = store.structure().outline.nodes.get(node)
    const items = known === undefined ? [] : menuItems(tools, known)
    return items.length === 0 ? 'nothing' : isReviewOnly(items) ? 'review' : 'changes'
  })
  const counts = <OpenCountsButton node={node} name={name} />
  if (offered === 'nothing') return counts
  return (
    <>
      {counts}
      <button
        type="button"
        className={classes(styles.handle, className)}
        aria-label={t.menu.of(name)}
        aria-haspopup="menu"
        data-aside
        data-handle={node}
        onClick={(event) => overlays.open({ type: 'menu', node, name, anchor: event.currentTarget })}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="3" r="1.25" />
          <circle cx="8" cy="8" r="1.25" />
          <circle cx="8" cy="13" r="1.25" />
        </svg>
      </button>
      {className === undefined && offered === 'changes' && (
        <button
          type="button"
          className={classes(styles.handle, styles.plus)}
          aria-label={insert.add(name)}
          aria-haspopup="menu"
          // For the pointer: the keyboard has `/`, and the other menu.
          tabIndex={-1}
          onClick={(event) => overlays.open({ type: 'add', node, name, anchor: event.currentTarget })}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M8 3.5v9M3.5 8h9" />
          </svg>
        </button>
      )}
    </>
  )
}

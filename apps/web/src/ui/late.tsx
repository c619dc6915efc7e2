import { useEffect, useLayoutEffect, useRef, useState, type ComponentType } from 'react'

import { useMessages } from '../i18n/catalogue.ts'
import { holdKeys } from './hold-keys.ts'
import { latePart } from './late-parts.ts'
import { uiMessages } from './messages.ts'
import { Notice } from './notice.tsx'

type LateOptions<Props> = {
  /** For what takes the focus when it opens: what Escape does while it comes. Null: it leaves the focus where it is. */
  takesKeys?: (props: Props) => (() => void) | null
}

/** Of a dialog or a menu that its `onClose` closes. */
export const asDialog = { takesKeys: ({ onClose }: { onClose: () => void }) => onClose }

/**
 * A component whose code comes when it is first shown, or before, when the page has time. For what opens over a page: nothing shows while
 * it comes. Without a network it says so and leaves the page as it is, which `React.lazy` would take down.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { takesKeys }: LateOptions<Props> = {},
): ComponentType<Props> {
  const part = latePart(load)
  return function Late(props: Props) {
    const t = useMessages(uiMessages)
    const [state, setState] = useState<'here' | 'coming' | 'come' | 'failed' | 'told'>(() =>
      part.current() === null ? 'coming' : 'here',
    )
    const leave = takesKeys?.(props) ?? null
    const latestLeave = useRef(leave)
    useEffect(() => {
      latestLeave.current = leave
    })
    const isHeld = state === 'coming' && leave !== null
    useLayoutEffect(() => {
      if (isHeld) return holdKeys({ label: t.opening, onEscape: () => latestLeave.current?.() })
      // Before the part is rendered the focus is where it was: there it is to go back when the part closes.
      if (state === 'come') setState('here')
      return undefined
    }, [isHeld, state, t])
    useEffect(() => {
      if (state !== 'coming') return
      let isShown = true
      part.fetch().then(
        () => isShown && setState('come'),
        () => isShown && setState('failed'),
      )
      return () => {
        isShown = false
      }
    }, [state])
    const Part = part.current()
    if (Part !== null && state === 'here') return <Part {...props} />
    if (state !== 'failed') return null
    const close = () => {
      setState('told')
      leave?.()
    }
    return <NotFetched onClose={close} />
  }
}

/** A part of the page could not be fetched. */
export function NotFetched({ onClose }: { onClose: () => void }) {
  const t = useMessages(uiMessages)
  return (
    <Notice tone="danger" onClose={onClose}>
      {t.notFetched}
    </Notice>
  )
}

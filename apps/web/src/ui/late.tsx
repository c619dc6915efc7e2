import { useEffect, useReducer, useState, type ComponentType } from 'react'

import { useMessages } from '../i18n/catalogue.ts'
import { latePart } from './late-parts.ts'
import { uiMessages } from './messages.ts'
import { Notice } from './notice.tsx'

/**
 * A component whose code comes when it is first shown, or before, when the page has time. For what opens over a page: nothing shows while
 * it comes. Without a network it says so and leaves the page as it is, which `React.lazy` would take down.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const part = latePart(load)
  return function Late(props: Props) {
    const [, showAgain] = useReducer((times: number) => times + 1, 0)
    const [hasFailed, setFailed] = useState(false)
    useEffect(() => {
      if (part.current() !== null) return
      let isShown = true
      part.fetch().then(
        () => isShown && showAgain(),
        () => isShown && setFailed(true),
      )
      return () => {
        isShown = false
      }
    }, [])
    const Part = part.current()
    if (Part !== null) return <Part {...props} />
    return hasFailed ? <NotFetched onClose={() => setFailed(false)} /> : null
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

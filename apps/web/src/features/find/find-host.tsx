import { useRef } from 'react'

import { usePageKey } from '../plan/keys/page-keys.ts'
import { FindBar } from './find-bar.tsx'
import type { FindAsks } from './use-find-ask.ts'

/** Holds the bar that finds words in the whole plan, once one asks for it. */
export function FindHost({ sheet, asks }: { sheet: HTMLElement | null; asks: FindAsks }) {
  const { ask, open, close } = asks
  const bar = useRef<HTMLDivElement>(null)
  // Once more from within, and the browser's own search opens.
  usePageKey('find', () => (bar.current?.contains(document.activeElement) === true ? false : open()))
  usePageKey('replace', () => open({ withReplace: true }))
  usePageKey('find-next', () => open({ step: 1 }))
  usePageKey('find-previous', () => open({ step: -1 }))
  return (
    <div ref={bar}>
      {ask !== null && sheet !== null && <FindBar sheet={sheet} ask={ask} onClose={close} />}
    </div>
  )
}

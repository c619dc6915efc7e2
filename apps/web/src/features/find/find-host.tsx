import { lazy, Suspense, useEffect, useRef } from 'react'

import { whenIdle } from '../../offline/idle.ts'
import { usePageKey } from '../plan/keys/page-keys.ts'
import type { FindAsks } from './use-find-ask.ts'

const load = () => import('./find-bar.tsx')
const FindBar = lazy(load)

/** Milliseconds after which the bar is fetched: it is to be there when one asks for it. */
const patience = 4000

/** Holds the bar that finds words in the whole plan, once one asks for it. */
export function FindHost({ sheet, asks }: { sheet: HTMLElement | null; asks: FindAsks }) {
  const { ask, open, close } = asks
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => whenIdle(() => void load(), patience), [])
  // Once more from within, and the browser's own search opens.
  usePageKey('find', () => (bar.current?.contains(document.activeElement) === true ? false : open()))
  usePageKey('replace', () => open({ withReplace: true }))
  usePageKey('find-next', () => open({ step: 1 }))
  usePageKey('find-previous', () => open({ step: -1 }))
  return (
    <div ref={bar}>
      {ask !== null && sheet !== null && (
        <Suspense>
          <FindBar sheet={sheet} ask={ask} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}

import { useEffect, useRef } from 'react'

import { usePlan } from '../plan-context.ts'
import { isMac } from './is-mac.ts'
import { usePageKey } from './page-keys.ts'

/** The shortcuts that the page itself has: its parts bind their own. */
export function usePlanKeys({
  sheet,
  openOutline,
}: {
  sheet: HTMLElement | null
  openOutline: () => void
}): void {
  const { keys, commands, overlays } = usePlan()
  const lastText = useRef<HTMLElement | null>(null)

  useEffect(() => keys.follow(document, isMac()), [keys])
  useEffect(() => {
    if (sheet === null) return
    const stop = new AbortController()
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) lastText.current = target
    }
    sheet.addEventListener('focusin', remember, { signal: stop.signal })
    return () => stop.abort()
  }, [sheet])

  usePageKey('shortcuts', () => overlays.open({ type: 'shortcuts' }))
  // Texts have these keys themselves; here they are for whatever else of the page has the focus.
  usePageKey('undo', ({ target }) => !hasOwnUndo(target, sheet) && commands.undo())
  usePageKey('redo', ({ target }) => !hasOwnUndo(target, sheet) && commands.redo())
  usePageKey('outline', () => {
    const here = document.activeElement
    openOutline()
    // On a narrow window the outline is shown only now.
    requestAnimationFrame(() => linkTo(here)?.focus())
  })
  usePageKey('sheet', () => {
    const text = lastText.current
    if (text?.isConnected === true) text.focus()
    else sheet?.focus()
  })
}

/** The link of the outline to the nearest part of the plan around an element; the first one where it stands in none. */
function linkTo(element: Element | null): HTMLElement | undefined {
  const links = [...document.querySelectorAll<HTMLElement>('#plan-outline a')]
  let part = element?.closest('[id^="n-"]') ?? null
  while (part !== null) {
    const link = links.find((known) => known.getAttribute('href') === `#${part?.id}`)
    if (link !== undefined) return link
    part = part.parentElement?.closest('[id^="n-"]') ?? null
  }
  return links[0]
}

/** A form's own field takes back its own letters; a field of the plan has them in the plan. */
function hasOwnUndo(target: EventTarget | null, sheet: HTMLElement | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    sheet?.contains(target) !== true
  )
}

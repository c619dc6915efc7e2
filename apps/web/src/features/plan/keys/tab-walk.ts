/**
 * Whether one walks through the page by Tab. Who enters a text by Tab and presses Tab again wants the next one; who has
 * written in it, moved in it or clicked in it builds sub-points with Tab, and leaves by Escape, then Tab [WCAG 2.1.2].
 */
export type TabWalk = {
  isWalking: () => boolean
  follow: (root: Document) => () => void
}

export function createTabWalk(): TabWalk {
  let isWalking = false
  /** The Tab that is being handled: the focus it moves comes before its keyup. */
  let tab: KeyboardEvent | null = null

  const onKey = (event: KeyboardEvent) => {
    if (modifiers.has(event.key)) return
    tab = event.key === 'Tab' ? event : null
    if (event.key === 'Escape') isWalking = true
    else if (event.key !== 'Tab') isWalking = false
  }
  /** After everyone: a Tab that did something in a text was no step. */
  const onKeyDone = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || !event.defaultPrevented) return
    tab = null
    isWalking = false
  }
  const onKeyUp = () => {
    tab = null
  }
  const onFocus = () => {
    isWalking = tab !== null && !tab.defaultPrevented
  }
  const onPointer = () => {
    tab = null
    isWalking = false
  }
  return {
    isWalking: () => isWalking,
    follow(root) {
      const stop = new AbortController()
      const early = { capture: true, passive: true, signal: stop.signal }
      root.addEventListener('keydown', onKey, early)
      root.addEventListener('keyup', onKeyUp, early)
      root.addEventListener('focusin', onFocus, early)
      root.addEventListener('pointerdown', onPointer, early)
      root.defaultView?.addEventListener('keydown', onKeyDone, { signal: stop.signal })
      return () => stop.abort()
    },
  }
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

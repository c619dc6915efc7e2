import { useEffect, useRef, type RefObject } from 'react'

let hasNavigated = false

/** Notes the first change of page. Called once, at the start. */
export function watchNavigation(): void {
  // wouter dispatches the first two on the window; the browser the third.
  for (const type of ['pushState', 'replaceState', 'popstate']) {
    window.addEventListener(type, noteNavigation, { once: true })
  }
}

/**
 * The `ref` of the page's heading (with `tabIndex={-1}`): on arrival from another page the focus goes there, so that a screen reader says
 * where one is. The first page of a visit leaves the focus to the browser.
 */
export function useArrivalFocus<Target extends HTMLElement = HTMLHeadingElement>(): RefObject<Target | null> {
  const ref = useRef<Target>(null)
  useEffect(() => {
    if (!hasNavigated) return
    window.scrollTo(0, 0)
    ref.current?.focus({ preventScroll: true })
  }, [])
  return ref
}

function noteNavigation(): void {
  hasNavigated = true
}

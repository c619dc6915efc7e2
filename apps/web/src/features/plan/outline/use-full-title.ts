import { useEffect, type RefObject } from 'react'

import styles from './outline.module.css'

/** How long the pointer may be on its way from a line to its hint, in milliseconds. */
const grace = 200

/**
 * Shows the whole of a title that its line cuts off, beside the line, while it has the pointer or the focus. Escape puts it
 * away. Screen readers need none of it: they read the whole title in the line.
 */
export function useFullTitle(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const outline = ref.current
    if (outline === null) return
    const stop = new AbortController()
    const { signal } = stop
    let hint: HTMLElement | null = null
    let timer: ReturnType<typeof setTimeout> | undefined

    const hide = () => {
      clearTimeout(timer)
      hint?.remove()
      hint = null
    }
    const hideSoon = () => {
      clearTimeout(timer)
      timer = setTimeout(hide, grace)
    }
    const show = ({ target }: Event) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null
      const title = row?.querySelector<HTMLElement>('[data-title]')
      if (row === null || title === null || title === undefined) return
      hide()
      if (title.scrollHeight <= title.clientHeight + 1) return
      hint = hintBeside(row, title.textContent ?? '')
      hint.addEventListener('pointerenter', () => clearTimeout(timer))
      hint.addEventListener('pointerleave', hideSoon)
    }
    outline.addEventListener('pointerover', show, { signal })
    outline.addEventListener('focusin', show, { signal })
    outline.addEventListener('pointerleave', hideSoon, { signal })
    outline.addEventListener('focusout', hideSoon, { signal })
    for (const type of ['pointerdown', 'click'] as const) outline.addEventListener(type, hide, { signal })
    globalThis.addEventListener('scroll', hide, { capture: true, passive: true, signal })
    globalThis.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape') hide()
      },
      { signal },
    )
    return () => {
      stop.abort()
      hide()
    }
  }, [ref])
}

function hintBeside(row: HTMLElement, text: string): HTMLElement {
  const hint = document.createElement('div')
  hint.className = styles['hint'] ?? ''
  hint.setAttribute('aria-hidden', 'true')
  hint.lang = 'fr'
  hint.textContent = text
  document.body.append(hint)
  const around = row.getBoundingClientRect()
  const { width, height } = hint.getBoundingClientRect()
  const fitsBeside = around.right + 8 + width <= innerWidth
  const left = fitsBeside ? around.right + 8 : Math.max(8, innerWidth - width - 8)
  const top = fitsBeside ? around.top : around.bottom + 4
  hint.style.left = `${left}px`
  hint.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`
  return hint
}

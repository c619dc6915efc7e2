import { lineAnchor } from '../outline/line-anchor.ts'
import { nodeAnchor } from '../page/reveal.ts'
import type { Surface } from './point-at-place.ts'

/** Lets the eye find what has just been dropped. */
export function showSettled(node: string, surface: Surface): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const element = document.getElementById(surface === 'page' ? nodeAnchor(node) : lineAnchor(node))
  element?.animate([{ backgroundColor: 'var(--accent-soft)' }, { backgroundColor: 'transparent' }], {
    duration: 1200,
    easing: 'ease-out',
  })
}

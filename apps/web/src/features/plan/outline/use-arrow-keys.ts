import { useEffect, type RefObject } from 'react'

/** Up and down go from one link or button to the next within an element. */
export function useArrowKeys(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
      const stops = [...element.querySelectorAll<HTMLElement>('a, button')]
      const index = stops.findIndex((stop) => stop === document.activeElement)
      const next = stops[index + (event.key === 'ArrowDown' ? 1 : -1)]
      if (index === -1 || next === undefined) return
      event.preventDefault()
      next.focus()
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [ref])
}

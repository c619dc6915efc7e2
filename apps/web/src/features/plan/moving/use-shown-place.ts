import type { OutlineNode } from '@concerte/schema'
import { useEffect, useRef } from 'react'

import { usePlan } from '../plan-context.ts'
import { createDropMark, type DropMark } from './drop-mark.ts'
import { markLifted } from './mark-lifted.ts'
import { neighboursOf, type DropPlace } from './drop-places.ts'
import { placeBox } from './place-box.ts'
import type { Surface } from './point-at-place.ts'

/** The room that the bars at the top and at the foot of the window take, in pixels. */
const [above, below] = [100, 260]
/** How many frames a far part of the plan is given to come onto the page. */
const patience = 60

/** Draws a place in the page or in the outline, and brings it into view. */
export function useShownPlace(moved: OutlineNode | null, place: DropPlace | null, surface: Surface): void {
  const { store, reveal } = usePlan()
  const mark = useRef<DropMark | null>(null)

  useEffect(() => {
    mark.current = createDropMark({ hasChip: false })
    return () => mark.current?.close()
  }, [])

  const id = moved?.id
  useEffect(() => (id === undefined ? undefined : markLifted(id)), [id])

  useEffect(() => {
    if (moved === null || place === null) return
    const stop = new AbortController()
    let frame = 0
    let tries = 0
    const draw = () => {
      frame = 0
      const structure = store.structure()
      const box = placeBox(structure, moved, place, surface)
      mark.current?.showPlace(box)
      if (box === null && surface === 'page' && tries < patience) {
        const { before, after } = neighboursOf(structure, moved.id, place)
        if (tries === 0) reveal(after?.id ?? before?.id ?? place.parent)
        tries += 1
        frame = requestAnimationFrame(draw)
      }
      return box
    }
    const soon = () => {
      frame ||= requestAnimationFrame(draw)
    }
    const bringIntoView = () => {
      const box = draw()
      if (box === null) return
      if (surface === 'outline') box.owner.scrollIntoView({ block: 'nearest' })
      else if (box.top < above || box.top > innerHeight - below) {
        scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' })
      }
    }
    bringIntoView()
    globalThis.addEventListener('scroll', soon, { capture: true, passive: true, signal: stop.signal })
    globalThis.addEventListener('resize', soon, { signal: stop.signal })
    // A place that only came onto the page by then.
    soon()
    return () => {
      stop.abort()
      cancelAnimationFrame(frame)
    }
    // A place is another object with each structure: that one changed is reason enough to draw it again.
  }, [moved, place, surface, store, reveal])
}

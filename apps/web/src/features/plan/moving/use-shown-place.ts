import type { OutlineNode } from '@concerte/schema'
import { useEffect, useRef } from 'react'

import { usePlan } from '../plan-context.ts'
import { createDropMark, type DropMark } from './drop-mark.ts'
import { markLifted } from './mark-lifted.ts'
import { neighboursOf, type DropPlace } from './drop-places.ts'
import { placeBox, type PlaceBox } from './place-box.ts'
import type { Surface } from './point-at-place.ts'

/** The room that the bars at the top and at the foot of the window take, in pixels. */
const [above, below] = [100, 260]

/** Draws a place in the page or in the outline, and brings it into view. */
export function useShownPlace(moved: OutlineNode | null, place: DropPlace | null, surface: Surface): void {
  const { store, reveal, lines } = usePlan()
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
    const draw = (): PlaceBox | null => {
      frame = 0
      const structure = store.structure()
      if (surface === 'outline') {
        const { before, after } = neighboursOf(structure, moved.id, place)
        for (const near of [before, after]) if (near !== undefined) lines.bring(near.id)
      }
      const box = placeBox(structure, moved, place, surface)
      mark.current?.showPlace(box)
      return box
    }
    const soon = () => {
      frame ||= requestAnimationFrame(draw)
    }
    const bringIntoView = () => {
      if (surface === 'page' && draw() === null) {
        const { before, after } = neighboursOf(store.structure(), moved.id, place)
        reveal(after?.id ?? before?.id ?? place.parent)
      }
      const box = draw()
      if (box === null) return
      if (surface === 'outline') box.owner.scrollIntoView({ block: 'nearest' })
      else if (box.top < above || box.top > innerHeight - below) {
        scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' })
      }
      draw()
    }
    // Far parts come onto the page as they are brought, which React does not do while it is at work.
    frame = requestAnimationFrame(bringIntoView)
    globalThis.addEventListener('scroll', soon, { capture: true, passive: true, signal: stop.signal })
    globalThis.addEventListener('resize', soon, { signal: stop.signal })
    return () => {
      stop.abort()
      cancelAnimationFrame(frame)
    }
    // A place is another object with each structure: that one changed is reason enough to draw it again.
  }, [moved, place, surface, store, reveal, lines])
}

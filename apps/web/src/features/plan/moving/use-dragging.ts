import { useEffect, type RefObject } from 'react'

import { usePlan } from '../plan-context.ts'
import { followPresses } from './press.ts'

/** Lets nodes be dragged by their buttons and by their lines in the outline. What that takes is loaded with the first press. */
export function useDragging(root: RefObject<HTMLElement | null>): void {
  const tools = usePlan()
  useEffect(() => {
    const element = root.current
    if (element === null) return
    let end = () => undefined as void
    const load = () => import('./drag.ts')
    const stop = followPresses(element, {
      canTake: (node) => tools.rights.refusal({ type: 'arrange', node }) === null,
      prepare: () => void load(),
      take(grasp) {
        let isOver = false
        const over = new AbortController()
        const last = { ...grasp }
        globalThis.addEventListener(
          'pointermove',
          (event) => {
            if (event.pointerId === grasp.pointer) Object.assign(last, { x: event.clientX, y: event.clientY })
          },
          { signal: over.signal },
        )
        for (const type of ['pointerup', 'pointercancel'] as const) {
          globalThis.addEventListener(type, () => (isOver = true), { signal: over.signal })
        }
        void load().then(({ startDrag }) => {
          over.abort()
          if (!isOver) end = startDrag(tools, element, last)
        })
      },
    })
    return () => {
      stop()
      end()
    }
  }, [root, tools])
}

import { nodeIdSchema, type NodeId } from '@concerte/schema'

/** A node that was taken hold of, and where the pointer is. */
export type Grasp = { node: NodeId; pointer: number; x: number; y: number; isTouch: boolean }

/** How far a pointer goes, in pixels, before pressing becomes dragging. */
const slack = 6
/** How long a finger rests on a line before it drags: less is scrolling. In milliseconds. */
const rest = 400

/**
 * Tells when someone drags a node: by its button (`data-handle`), or by its line of the outline (`data-line`). One set of
 * listeners for the whole page, however long the plan. Pressing without dragging stays a click; a finger on a line scrolls, unless
 * it rests first.
 */
export function followPresses(
  root: HTMLElement,
  options: {
    canTake: (node: NodeId) => boolean
    /** Called while the pointer is still down. It becomes the one who listens to it. */
    take: (grasp: Grasp) => void
    /** The pointer came down on what can be dragged: what dragging needs may be loaded. */
    prepare: () => void
  },
): () => void {
  const all = new AbortController()
  let press: AbortController | null = null
  /** A finger has hold of a line: the browser must not scroll. */
  let isHeld = false

  function onDown(event: PointerEvent): void {
    press?.abort()
    if (!event.isPrimary || event.button !== 0 || !(event.target instanceof Element)) return
    const grip = event.target.closest('[data-handle], [data-line]')
    const node = nodeIdSchema.safeParse(
      grip?.getAttribute('data-handle') ?? grip?.getAttribute('data-line'),
    ).data
    if (grip === null || node === undefined || !options.canTake(node)) return
    options.prepare()
    const isTouch = event.pointerType !== 'mouse'
    const mustRest = isTouch && !grip.hasAttribute('data-handle')
    const here = new AbortController()
    press = here
    const start = { x: event.clientX, y: event.clientY }
    let last = start
    const take = () => {
      here.abort()
      isHeld = isTouch
      refuseClick(all.signal)
      options.take({ node, pointer: event.pointerId, ...last, isTouch })
    }
    const timer = mustRest ? setTimeout(take, rest) : undefined
    here.signal.addEventListener('abort', () => clearTimeout(timer))
    const { signal } = here
    globalThis.addEventListener(
      'pointermove',
      (move) => {
        if (move.pointerId !== event.pointerId) return
        last = { x: move.clientX, y: move.clientY }
        if (Math.hypot(last.x - start.x, last.y - start.y) < slack) return
        if (mustRest) here.abort()
        else take()
      },
      { signal },
    )
    for (const end of ['pointerup', 'pointercancel'] as const) {
      globalThis.addEventListener(end, () => here.abort(), { signal })
    }
  }

  const { signal } = all
  root.addEventListener('pointerdown', onDown, { signal })
  const release = () => {
    isHeld = false
  }
  for (const end of ['pointerup', 'pointercancel'] as const) {
    globalThis.addEventListener(end, release, { signal })
  }
  // Registered before any finger comes down, or the browser would scroll without asking.
  root.querySelector('#plan-outline')?.addEventListener(
    'touchmove',
    (event) => {
      if (isHeld && event.cancelable) event.preventDefault()
    },
    { passive: false, signal },
  )
  root.addEventListener(
    'contextmenu',
    (event) => {
      // A long press also asks for the menu of a link.
      if (isHeld) event.preventDefault()
    },
    { signal },
  )
  return () => {
    press?.abort()
    all.abort()
  }
}

/** The press that became a drag is no click on what it ends on. */
function refuseClick(signal: AbortSignal): void {
  const stop = new AbortController()
  globalThis.addEventListener('click', refuse, { capture: true, signal: stop.signal })
  const end = () => setTimeout(() => stop.abort(), 0)
  for (const type of ['pointerup', 'pointercancel'] as const) {
    globalThis.addEventListener(type, end, { once: true, capture: true, signal: stop.signal })
  }
  signal.addEventListener('abort', () => stop.abort(), { once: true })
}

function refuse(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}

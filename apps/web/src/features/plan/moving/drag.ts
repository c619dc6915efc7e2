import { moveNode } from '@concerte/schema'

import { currentLocale } from '../../../i18n/locale.ts'
import { excerptOf } from '../overlays/excerpt.ts'
import type { PlanTools } from '../plan-context.ts'
import { createDropMark } from './drop-mark.ts'
import { isSameDrop, placeOf, type DropPlace } from './drop-places.ts'
import { markLifted } from './mark-lifted.ts'
import { movingMessages } from './messages.ts'
import { placeBox } from './place-box.ts'
import { nodeWords, placeWords } from './place-words.ts'
import { placeAtPoint, type Surface } from './point-at-place.ts'
import type { Grasp } from './press.ts'
import { scrollSpeed, scrollerAt } from './scroll-at-edge.ts'
import { showSettled } from './show-settled.ts'

/**
 * Carries a node under the pointer until it is dropped, or Escape gives it back. Others may move and remove what they like
 * meanwhile: what is pointed at is read again from the plan of now.
 */
export function startDrag(tools: PlanTools, root: HTMLElement, grasp: Grasp): () => void {
  const { store, commands, rights } = tools
  const t = movingMessages[currentLocale()]
  const stop = new AbortController()
  const mark = createDropMark({ hasChip: true })
  const point = { x: grasp.x, y: grasp.y }
  let place: DropPlace | null = null
  let surface: Surface = 'page'
  let frame = 0
  const setDown = markLifted(grasp.node)

  const read = () => store.structure().outline.nodes.get(grasp.node)
  const may = (parent: string) => rights.refusal({ type: 'addTo', parent }) === null

  function look(): void {
    const node = read()
    if (node === undefined || node.trashed !== undefined) {
      end()
      commands.say({ text: t.gone, canUndo: false })
      return
    }
    const structure = store.structure()
    const found = placeAtPoint(structure, node, point, may)
    place = found.place
    surface = found.surface
    const words = place === null ? t.nowhere : placeWords(store, node.id, place, t)
    const stays = isSameDrop(place, placeOf(structure, node))
    const name = excerptOf(store.plan, node)
    mark.showWords(
      name === '' ? nodeWords(store, node, t) : name,
      stays ? t.here(words) : words,
      place !== null,
    )
    mark.showPlace(place === null || stays ? null : placeBox(structure, node, place, surface))
    mark.showAt(point.x, point.y, grasp.isTouch)
  }

  function onFrame(): void {
    frame = 0
    const scroller = scrollerAt(point.x, point.y)
    const speed = scrollSpeed(scroller, point.y)
    if (speed !== 0) {
      scroller.scrollBy({ top: speed, behavior: 'instant' })
      soon()
    }
    look()
  }

  function soon(): void {
    if (frame === 0 && !stop.signal.aborted) frame = requestAnimationFrame(onFrame)
  }

  function drop(): void {
    const node = read()
    const target = place
    const shown = surface
    end()
    if (node === undefined || target === null || isSameDrop(target, placeOf(store.structure(), node))) return
    const where = placeWords(store, node.id, target, t)
    commands.run(
      [
        { type: 'arrange', node: node.id },
        { type: 'addTo', parent: target.parent },
      ],
      (plan) => {
        moveNode(plan, node.id, target, target.index)
        return { said: t.moved(where), canUndo: true }
      },
    )
    showSettled(node.id, shown)
  }

  function end(): void {
    if (stop.signal.aborted) return
    stop.abort()
    cancelAnimationFrame(frame)
    mark.close()
    setDown()
    document.documentElement.removeAttribute('data-moving')
  }

  const { signal } = stop
  const isOurs = (event: PointerEvent) => event.pointerId === grasp.pointer
  globalThis.addEventListener(
    'pointermove',
    (event) => {
      if (!isOurs(event)) return
      point.x = event.clientX
      point.y = event.clientY
      soon()
    },
    { signal },
  )
  globalThis.addEventListener(
    'pointerup',
    (event) => {
      if (!isOurs(event)) return
      point.x = event.clientX
      point.y = event.clientY
      look()
      if (!signal.aborted) drop()
    },
    { signal },
  )
  globalThis.addEventListener('pointercancel', (event) => isOurs(event) && end(), { signal })
  globalThis.addEventListener('blur', end, { signal })
  globalThis.addEventListener('selectstart', (event) => event.preventDefault(), { signal })
  globalThis.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end()
    },
    { capture: true, signal },
  )
  signal.addEventListener('abort', store.onStructure(soon))
  // The page must not wake a live editor under the pointer, nor the pointer leave the window with us.
  if (root.isConnected && !root.hasPointerCapture(grasp.pointer)) root.setPointerCapture(grasp.pointer)
  document.documentElement.setAttribute('data-moving', '')
  look()
  soon()
  return end
}

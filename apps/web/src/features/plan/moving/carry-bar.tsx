import { moveNode, type NodeId } from '@concerte/schema'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { lineAnchor } from '../outline/line-anchor.ts'
import { excerptOf } from '../overlays/excerpt.ts'
import { nodeAnchor } from '../page/reveal.ts'
import { usePlan } from '../plan-context.ts'
import { useStructure } from '../store/use-structure.ts'
import { dropPlaces, isSameDrop, placeOf, type DropPlace } from './drop-places.ts'
import { movingMessages } from './messages.ts'
import styles from './moving.module.css'
import { nodeWords, placeWords } from './place-words.ts'
import type { Surface } from './point-at-place.ts'
import { stepTo, type Step } from './step-to.ts'
import { useShownPlace } from './use-shown-place.ts'

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
  ArrowDown: 'next',
  ArrowRight: 'next',
  PageUp: 'previousList',
  PageDown: 'nextList',
  Home: 'first',
  End: 'last',
}

/**
 * Moving without dragging: the keys, or the buttons, walk through the places that may take the node, each said as it is
 * reached and shown in the page. The node itself moves when it is dropped.
 */
export default function CarryBar({
  node: id,
  surface,
  onClose,
}: {
  node: NodeId
  surface: Surface
  onClose: () => void
}) {
  const t = useMessages(movingMessages)
  const { store, commands, rights, lines } = usePlan()
  const structure = useStructure((now) => now)
  const [chosen, setChosen] = useState<DropPlace | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const node = structure.outline.nodes.get(id)
  const isGone = node === undefined || node.trashed !== undefined
  const places = useMemo(
    () =>
      isGone
        ? []
        : dropPlaces(structure, node, (parent) => rights.refusal({ type: 'addTo', parent }) === null),
    [structure, node, isGone, rights],
  )
  const own = isGone ? null : placeOf(structure, node)
  // The plan may have changed since: a place that is there no more gives way to that of the node itself.
  const known = places.findIndex((place) => isSameDrop(place, chosen ?? own))
  const at = Math.max(0, known === -1 ? places.findIndex((place) => isSameDrop(place, own)) : known)
  const place = places[at] ?? null
  useShownPlace(isGone ? null : node, place, surface)

  useEffect(() => {
    commands.say(null)
    bar.current?.focus({ preventScroll: true })
  }, [commands])
  useEffect(() => {
    if (!isGone) return
    onClose()
    commands.say({ text: t.gone, canUndo: false })
  }, [isGone, onClose, commands, t])
  if (isGone || place === null) return null

  const name = nodeWords(store, node, t)
  const where = placeWords(store, id, place, t)
  const isHere = isSameDrop(place, own)
  const go = (step: Step) => setChosen(places[stepTo(places, at, step)] ?? null)
  const leave = () => {
    onClose()
    // After React has taken the bar away, and the node to its place.
    setTimeout(() => {
      if (surface === 'outline') lines.bring(id)
      stopOf(id, surface)?.focus()
    }, 0)
  }
  const cancel = () => {
    leave()
    commands.say({ text: t.bar.cancelled, canUndo: false })
  }
  const drop = () => {
    if (isHere) return cancel()
    commands.run(
      [
        { type: 'arrange', node: id },
        { type: 'addTo', parent: place.parent },
      ],
      (plan) => {
        moveNode(plan, id, place, place.index)
        return { said: t.moved(where), canUndo: true }
      },
    )
    leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const isOnBar = event.target === event.currentTarget
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (step !== undefined) go(step)
    else if (event.key === 'Escape') cancel()
    else if (isOnBar && (event.key === 'Enter' || event.key === ' ')) drop()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const words = excerptOf(store.plan, node)
  return (
    // An application, which takes keys; the rule knows no such role.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={bar}
      className={styles.bar}
      // Its keys are its own: a screen reader passes them on.
      role="application"
      aria-label={t.bar.label(name)}
      aria-describedby="carry-keys"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <p className={styles.barName}>{words === '' ? name : words}</p>
      <output className={styles.barPlace}>
        {isHere ? t.here(where) : where}{' '}
        <span className={styles.barCount}>{t.bar.count(at + 1, places.length)}</span>
      </output>
      <p className={styles.barKeys} id="carry-keys">
        {t.bar.keys}
      </p>
      <div className={styles.barButtons}>
        <Button small look="primary" onPress={drop}>
          {t.bar.drop}
        </Button>
        <Button small onPress={() => go('previous')}>
          {t.bar.up}
        </Button>
        <Button small onPress={() => go('next')}>
          {t.bar.down}
        </Button>
        <Button small look="quiet" onPress={cancel}>
          {t.bar.cancel}
        </Button>
      </div>
    </div>
  )
}

/** Where the focus belongs once the node is where it goes. */
function stopOf(node: NodeId, surface: Surface): HTMLElement | null {
  return surface === 'outline'
    ? document.getElementById(lineAnchor(node))
    : (document.getElementById(nodeAnchor(node))?.querySelector<HTMLElement>(`[data-handle="${node}"]`) ??
        null)
}

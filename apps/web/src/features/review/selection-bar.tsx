import { useEffect, useState, type CSSProperties } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import { usePermission } from '../plan/rights/use-permission.ts'
import { chosenWords, subjectOf } from './chosen-words.ts'
import { reviewMessages } from './messages.ts'
import styles from './review.module.css'

/** Milliseconds that a selection rests before the bar comes. */
const rest = 250

type Spot = { left: number; top: number; isBelow: boolean }

/** Beside words that are selected: what those who may can say of them. The keyboard has a key of the page for it. */
export function SelectionBar({ root }: { root: HTMLElement }) {
  const t = useMessages(reviewMessages)
  const tools = usePlan()
  const mayComment = usePermission('comment')
  const mayPropose = usePermission('propose')
  const isOffered = mayComment || mayPropose
  const [spot, setSpot] = useState<Spot | null>(null)

  useEffect(() => {
    if (!isOffered) return
    const stop = new AbortController()
    const listen = { signal: stop.signal, passive: true }
    let timer: ReturnType<typeof setTimeout> | undefined
    let isPressed = false
    let isShown = false
    const show = (next: Spot | null) => {
      // React keeps what it is told, be it nothing new, until the next rendering: for as long as somebody types.
      if (next !== null || isShown) setSpot(next)
      isShown = next !== null
    }
    const look = () => {
      const chosen = chosenWords(tools, root)
      show(chosen === null ? null : spotOf(chosen.range))
    }
    const soon = () => {
      clearTimeout(timer)
      // A caret is no selection: typing costs nothing here.
      if (getSelection()?.isCollapsed !== false) return show(null)
      if (!isPressed) timer = setTimeout(look, rest)
      return undefined
    }
    const press = (event: PointerEvent) => {
      // A finger moves the ends of a selection by handles of its own.
      isPressed = event.pointerType === 'mouse'
    }
    const release = () => {
      isPressed = false
      soon()
    }
    // Words may be selected already when this comes.
    soon()
    document.addEventListener('selectionchange', soon, listen)
    document.addEventListener('pointerdown', press, listen)
    document.addEventListener('pointerup', release, listen)
    document.addEventListener('scroll', () => show(null), { ...listen, capture: true })
    document.addEventListener('scrollend', soon, { ...listen, capture: true })
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [tools, root, isOffered])

  if (spot === null || !isOffered) return null
  const style: CSSProperties = { left: spot.left, top: spot.top }
  const close = () => setSpot(null)
  return (
    <div
      role="toolbar"
      tabIndex={-1}
      aria-label={t.bar.label}
      className={styles.selection}
      data-below={spot.isBelow || undefined}
      style={style}
      // The words stay selected.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {mayComment && (
        <button
          type="button"
          onClick={() => {
            const chosen = chosenWords(tools, root)
            close()
            if (chosen !== null)
              tools.review.open({ tab: 'threads', compose: subjectOf(tools, chosen) }, { byKeyboard: true })
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5z" />
          </svg>
          {t.bar.comment}
        </button>
      )}
      {mayPropose && (
        <button
          type="button"
          onClick={() => {
            const chosen = chosenWords(tools, root)
            close()
            if (chosen === null) return
            const { node, field } = chosen
            tools.review.open(
              { tab: 'amendments', compose: { what: 'text', node, field } },
              { byKeyboard: true },
            )
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 13.5l.75-3 7-7 2.25 2.25-7 7zM8.5 13.5h5" />
          </svg>
          {t.bar.propose}
        </button>
      )}
    </div>
  )
}

/** Over the words, or under them where a finger's own menu stands over them, or where there is no room. */
function spotOf(range: Range): Spot | null {
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0)
  const [first, last] = [boxes.at(0), boxes.at(-1)]
  if (first === undefined || last === undefined) return null
  const isBelow = first.top < 120 || matchMedia('(pointer: coarse)').matches
  const box = isBelow ? last : first
  if (box.bottom < 60 || box.top > innerHeight) return null
  const left = Math.min(Math.max(box.left + box.width / 2, 170), Math.max(170, innerWidth - 170))
  return { left, top: isBelow ? box.bottom : box.top, isBelow }
}

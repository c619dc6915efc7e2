import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { createPortal } from 'react-dom'

import { useMessages } from '../../../i18n/catalogue.ts'
import unseen from '../../../ui/unseen.module.css'
import styles from './insert-list.module.css'
import { insertMessages } from './messages.ts'
import { insertListId, optionId, type InsertList as Shown } from './slash-handlers.ts'

/** The list at a `/`, under the text in which it was written. It never has the focus. */
export default function InsertList({ list: { field, items, active, choose } }: { list: Shown }) {
  const t = useMessages(insertMessages)
  const style = useStyleUnder(field, items.length)
  const options = useRef<HTMLDivElement>(null)
  useEffect(() => {
    options.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  // Within the main part of the page: nothing that is read stands outside of all parts.
  const sheet = field.closest('main') ?? document.body
  return createPortal(
    <>
      <output className={unseen.unseen}>{items.length === 0 ? t.none : t.count(items.length)}</output>
      {items.length > 0 && (
        <div
          ref={options}
          id={insertListId}
          // A list of the browser's own would take the focus out of the text.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="listbox"
          tabIndex={-1}
          aria-label={t.title}
          className={styles.list}
          style={style}
          // A press must not take the caret out of the text.
          onMouseDown={(event) => event.preventDefault()}
        >
          {items.map((item, index) => (
            // The keys are those of the text.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={item.key}
              id={optionId(item)}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              onClick={() => choose(item)}
            >
              <span>{item.label}</span>
              {item.note !== '' && <span className={styles.note}> {item.note}</span>}
            </div>
          ))}
        </div>
      )}
    </>,
    sheet,
  )
}

/** Under the text, above it where the window ends; it goes along when the page is scrolled. */
function useStyleUnder(field: HTMLElement, count: number): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>(() => under(field, count))
  useEffect(() => {
    const stop = new AbortController()
    const place = () => setStyle(under(field, count))
    window.addEventListener('scroll', place, { capture: true, passive: true, signal: stop.signal })
    window.addEventListener('resize', place, { signal: stop.signal })
    place()
    return () => stop.abort()
  }, [field, count])
  return style
}

const highest = 320
/** Of one line, about: what there is room for decides on which side of the text the list stands. */
const lineHeight = 42
const gap = 6

function under(field: HTMLElement, count: number): CSSProperties {
  const { top, bottom, left } = field.getBoundingClientRect()
  const { clientHeight, clientWidth } = document.documentElement
  const below = clientHeight - bottom - 2 * gap
  const wanted = Math.min(highest, count * lineHeight)
  const isBelow = below >= Math.min(wanted, top)
  return {
    left: Math.max(gap, Math.min(left, clientWidth - 320 - gap)),
    maxHeight: Math.min(highest, isBelow ? below : top - 2 * gap),
    ...(isBelow ? { top: bottom + gap } : { bottom: clientHeight - top + gap }),
  }
}

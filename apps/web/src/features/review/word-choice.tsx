import { coverTexts, createAnchor, isNodeId, nodeType, textsOf, type Subject } from '@concerte/schema'
import { useEffect, useId, useRef, useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { plainText, profileOf } from '../checks/text-at.ts'
import { usePlan, type PlanTools } from '../plan/plan-context.ts'
import { coverNode } from '../plan/store/place.ts'
import { reviewMessages } from './messages.ts'
import styles from './review.module.css'

type Store = PlanTools['store']

/**
 * The words of a node in fields that have a caret, for those who choose some of them by keyboard: in the page, texts that
 * one may only read have none.
 */
export function WordChoice({
  node,
  onChoose,
}: {
  node: string
  /** Null when nothing is chosen any more. */
  onChoose: (words: Subject | null) => void
}) {
  const t = useMessages(reviewMessages)
  const { store } = usePlan()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [texts, setTexts] = useState(() => wordsAt(store, node))
  const names: Readonly<Record<string, string>> = t.texts

  useEffect(() => {
    const area = box.current?.querySelector('textarea')
    area?.focus()
    area?.setSelectionRange(0, 0)
    const stop = new AbortController()
    // One may go through the words and change none. (In a field that says so itself, some browsers have no caret either.)
    box.current?.addEventListener('beforeinput', (event) => event.preventDefault(), { signal: stop.signal })
    return () => stop.abort()
  }, [])

  function choose(field: string, from: number, to: number): void {
    const now = wordsAt(store, node)
    // Others write: what was chosen is no longer where it was.
    if (JSON.stringify(now) !== JSON.stringify(texts)) {
      setTexts(now)
      return onChoose(null)
    }
    const anchor = from === to ? null : createAnchor(store.plan, { node, field, from, to })
    onChoose(anchor === null ? null : { type: 'text', anchor })
  }

  return (
    <div ref={box} className={styles.choice}>
      {texts.map(({ field, words }) => (
        <div key={field}>
          <label htmlFor={`${id}${field}`}>
            {texts.length === 1 ? t.choice.label : t.choice.labelOf(names[field] ?? t.texts.text)}
          </label>
          <textarea
            id={`${id}${field}`}
            className={styles.area}
            lang="fr"
            aria-readonly
            inputMode="none"
            rows={Math.min(6, 1 + Math.ceil(words.length / 40))}
            value={words}
            aria-describedby={`${id}how`}
            // What no browser lets one refuse is taken back.
            onChange={() => setTexts([...texts])}
            onSelect={({ currentTarget }) =>
              choose(field, currentTarget.selectionStart, currentTarget.selectionEnd)
            }
          />
        </div>
      ))}
      <p id={`${id}how`} className={styles.note}>
        {t.choice.how}
      </p>
    </div>
  )
}

/** The texts of a node that have words, in reading order. */
export function wordsAt(store: Store, node: string): { field: string; words: string }[] {
  const type = isNodeId(node) ? nodeType(store.plan, node) : undefined
  const own = type === undefined ? [] : textsOf(type).map(([field]) => field)
  return (node === coverNode ? coverTexts : own).flatMap((field) => {
    const fragment = store.text({ node, field })
    const words = fragment === undefined ? '' : plainText(fragment, profileOf(store, { node, field }))
    return words.trim() === '' ? [] : [{ field, words }]
  })
}

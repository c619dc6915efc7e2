import type { BlockText, NodeChange, TextChange } from '@concerte/schema'
import type { ReactNode } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { changeName, fieldWords, moveWords } from './change-words.ts'
import { DiffText } from './diff-text.tsx'
import { compareMessages } from './messages.ts'
import { ChangeTag } from './change-tag.tsx'
import styles from './comparison-view.module.css'
import { ValueList } from './value-list.tsx'

/** Buttons for a node (its id, or `cover`), or for one of its texts and fields. */
export type ChangeActions = (target: { node: string; field?: string }) => ReactNode

/** What became of one node: what happened to it as a whole, then its words and fields. */
export function ChangeItem({ change, actions }: { change: NodeChange; actions: ChangeActions | undefined }) {
  const t = useMessages(compareMessages)
  const { type, kind, node, texts, values } = change
  const moved = moveWords(change, t)
  return (
    <li className={styles.change} data-type={type}>
      <div className={styles.name}>
        <span>{changeName(change, t)}</span>
        {type !== 'kept' && <ChangeTag type={type} words={t.became(kind, type)} />}
        {moved !== null && <ChangeTag type="moved" words={t.became(kind, 'moved')} />}
        {type !== 'added' && actions !== undefined && (
          <span className={styles.actions}>{actions({ node })}</span>
        )}
      </div>
      {moved !== null && <p className={styles.note}>{moved}</p>}
      {texts
        .filter((text) => !isNamed(change, text))
        .map((text) => (
          <TextOf
            key={text.field}
            text={text}
            action={type === 'kept' ? actions?.({ node, field: text.field }) : null}
          />
        ))}
      {values.length > 0 && (
        <ValueList
          values={values}
          action={(field) => (type === 'kept' ? actions?.({ node, field }) : null)}
        />
      )}
    </li>
  )
}

function TextOf({ text, action }: { text: TextChange; action: ReactNode }) {
  const t = useMessages(compareMessages)
  const { before, after } = text
  // All of it came, or went, as is said above: nothing to look for in it.
  const whole = before === null ? after : after === null ? before : null
  return (
    <div className={styles.words}>
      {text.field !== 'text' && <p className={styles.field}>{fieldWords(text, t)}</p>}
      {whole === null ? (
        <DiffText before={before ?? nothing} after={after ?? nothing} fold />
      ) : (
        <DiffText before={whole} after={whole} />
      )}
      {action}
    </div>
  )
}

const nothing: BlockText = []

/** The title of a node that came or went is its name, right above. */
function isNamed({ type, path }: NodeChange, { field }: TextChange): boolean {
  const own = path.at(-1)
  return type !== 'kept' && field === 'title' && own !== undefined && 'title' in own && own.title !== ''
}

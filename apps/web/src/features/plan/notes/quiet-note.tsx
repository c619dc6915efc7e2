import { restoreNode } from '@concerte/schema'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type CSSProperties,
} from 'react'
import { createPortal } from 'react-dom'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { uiMessages } from '../../../ui/messages.ts'
import { mainText } from '../commands/node-commands.ts'
import { movingMessages } from '../moving/messages.ts'
import { usePlan } from '../plan-context.ts'
import { useStructure } from '../store/use-structure.ts'
import { keepPlace } from './keep-place.ts'
import { noteMessages } from './messages.ts'
import { noteWords, thisWords } from './note-words.ts'
import styles from './notes.module.css'
import { createQuietNotes, type QuietNote, type QuietNotes } from './quiet-notes.ts'

/** Keeps one's place in the sheet while others work on it, and tells, at the place, what they did to what one looks at. */
export function PlaceKeeper({ sheet }: { sheet: HTMLElement }) {
  const tools = usePlan()
  const [notes] = useState(createQuietNotes)
  const keeper = useRef<ReturnType<typeof keepPlace> | null>(null)
  // Rendered with each change of the structure, in the same commit as the page: its effect comes right after.
  useStructure((now) => now)
  useEffect(() => {
    const kept = keepPlace(sheet, tools, notes)
    keeper.current = kept
    return () => {
      keeper.current = null
      kept.stop()
    }
  }, [sheet, tools, notes])
  useLayoutEffect(() => keeper.current?.settle())
  return <NotePlace notes={notes} />
}

/** The live region stands before there is anything to say, so that screen readers read what comes. */
function NotePlace({ notes }: { notes: QuietNotes }) {
  const note = useSyncExternalStore(notes.subscribe, notes.current)
  const close = useCallback(() => notes.show(null), [notes])
  return createPortal(
    <output id="plan-note" data-react-aria-top-layer="true">
      {note !== null && <Note key={note.count} note={note} onClose={close} />}
    </output>,
    document.body,
  )
}

function Note({ note, onClose }: { note: QuietNote; onClose: () => void }) {
  const t = useMessages(noteMessages)
  const tMoving = useMessages(movingMessages)
  const ui = useMessages(uiMessages)
  const { store, commands, rights, reveal } = usePlan()
  const ref = useRef<HTMLDivElement>(null)
  // As it was when it happened: what comes next is another note.
  const [words] = useState(() => noteWords(store, note, t, tMoving))
  useEffect(() => {
    if (note.takesFocus) ref.current?.focus({ preventScroll: true })
  }, [note])
  const canPutBack = note.type === 'removed' && rights.refusal({ type: 'arrange', node: note.node }) === null
  const putBack = () => {
    const what = thisWords(store, note, t)
    const node = store.structure().outline.nodes.get(note.node)
    onClose()
    if (node === undefined) return
    commands.run({ type: 'arrange', node: node.id }, (plan) => {
      restoreNode(plan, node.id)
      return { focus: mainText(node), said: t.putBackDone(what), canUndo: true }
    })
  }
  const { margin, top } = note
  // Never over the text: at the foot of the window where there is no room beside it.
  const style: CSSProperties =
    margin === null
      ? {}
      : { position: 'absolute', inset: 'auto', top, left: margin.left, width: margin.width }
  return (
    <div ref={ref} className={styles.note} style={style} tabIndex={-1}>
      <p>{words}</p>
      <div className={styles.buttons}>
        {canPutBack && (
          <Button small onPress={putBack}>
            {t.putBack}
          </Button>
        )}
        {note.isElsewhere && (
          <Button
            small
            onPress={() => {
              onClose()
              reveal(note.node)
            }}
          >
            {t.goThere}
          </Button>
        )}
        <Button look="quiet" small onPress={onClose}>
          {ui.close}
        </Button>
      </div>
    </div>
  )
}

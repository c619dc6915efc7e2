import type { FieldEditor } from '@concerte/editor'
import { renderBlocks, renderLine } from '@concerte/editor/static'
import { readBlocks, readLine, type BlockText, type TextProfile } from '@concerte/schema'
import { useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Message } from '../../../ui/message.tsx'
import { loadEditor } from '../../plan/fields/load-editor.ts'
import { usePlan } from '../../plan/plan-context.ts'
import { typographyPreference } from '../../plan/preferences/typography-preference.ts'
import { amendmentMessages } from '../messages.ts'
import { takeFocus } from '../take-focus.ts'
import styles from './compose.module.css'
import { createTextCopy } from './text-copy.ts'

/** A text of one's own, with the keys and the typography of the plan's. `initial` is what it starts from; give it a `key` to start anew. */
export function SmallEditor({
  initial,
  profile,
  label,
  describedBy,
  takesFocus = false,
  onChange,
}: {
  initial: BlockText
  profile: TextProfile
  label: string
  describedBy?: string
  takesFocus?: boolean
  onChange: (text: BlockText) => void
}) {
  const t = useMessages(amendmentMessages)
  const { keys, overlays } = usePlan()
  const host = useRef<HTMLDivElement>(null)
  const [start] = useState({ text: initial, takesFocus })
  const [isMissing, setMissing] = useState(false)
  const tell = useEffectEvent(onChange)

  useLayoutEffect(() => {
    const element = host.current
    if (element === null) return
    const copy = createTextCopy(start.text, profile)
    let editor: FieldEditor | null = null
    let isOver = false
    let stopFocus = () => {}
    if (profile === 'line') renderLine(element, readLine(copy.fragment))
    else renderBlocks(element, readBlocks(copy.fragment))
    copy.observe((text) => tell(text))
    const mount = () => {
      if (isOver || loadEditor.current === null) return
      editor = loadEditor.current({
        element,
        fragment: copy.fragment,
        profile,
        place: { node: 'amendment', field: 'text' },
        awareness: copy.awareness,
        undoManager: copy.undoManager,
        isTypographyOn: typographyPreference.isOn,
        onUnsupported: () => undefined,
        handlers: {
          isWalking: keys.isWalking,
          link: (request) => overlays.open({ type: 'link', request }),
          undo: () => copy.undoManager.undo(),
          redo: () => copy.undoManager.redo(),
        },
      })
      let hasBegun = false
      const focus = () => {
        // Once it is there the caret is theirs.
        editor?.focus(hasBegun ? undefined : { type: 'end' })
        hasBegun = true
      }
      if (start.takesFocus) stopFocus = takeFocus(element, focus)
    }
    if (loadEditor.current === null) loadEditor().then(mount, () => setMissing(true))
    else mount()
    return () => {
      isOver = true
      stopFocus()
      editor?.destroy()
      copy.close()
    }
  }, [start, profile, keys, overlays])

  return (
    <div className={styles.editor}>
      <div
        ref={host}
        // No field of a form: it holds paragraphs and lists.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="textbox"
        tabIndex={0}
        // The words of a plan are French whatever the page speaks.
        lang="fr"
        spellCheck
        className={styles.text}
        aria-label={label}
        aria-multiline={profile === 'block'}
        aria-describedby={describedBy}
        data-amendment-text
        onKeyDown={keepEscape}
      />
      {isMissing && (
        <Message tone="danger" live="alert">
          <p>{t.noEditor}</p>
        </Message>
      )}
    </div>
  )
}

/** Escape gives Tab its way out of the text (tab-walk.ts); it closes nothing around it. */
function keepEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation()
}

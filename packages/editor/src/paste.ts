import { Fragment, Slice, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { BlockText, TextProfile } from '@concerte/schema'

import { isInList } from './caret.ts'
import type { FieldHandlers } from './field-handlers.ts'
import { textFragment } from './text-fragment.ts'
import { inertHtml } from './pasted-html.ts'

/**
 * What is pasted comes in as the profile allows: the schema drops the rest and keeps its words. What is more than one paragraph
 * goes to the page first, but for what is pasted as plain text (Ctrl+Shift+V), which is for this field alone.
 */
export function pasteInto(profile: TextProfile, handlers: Pick<FieldHandlers, 'paste'>): Plugin {
  let isPlain = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(_view, event) {
          // Shift+Insert is ordinary pasting.
          isPlain = event.shiftKey && event.key !== 'Insert'
          return false
        },
        keyup(_view, event) {
          if (event.key === 'Shift') isPlain = false
          return false
        },
      },
      handlePaste(view, event) {
        if (isPlain || handlers.paste === undefined || event.clipboardData === null) return false
        const html = event.clipboardData.getData('text/html')
        const text = event.clipboardData.getData('text/plain')
        if (!isSeveral(html, text)) return false
        return handlers.paste({
          html,
          text,
          isInList: isInList(view.state),
          insert: (blocks) => insert(view, profile, blocks),
        })
      },
      transformPastedHTML: (html) => inertHtml(html).replaceAll(/<br\b[^>]*>/gi, ' '),
      transformPastedText: (text) => (profile === 'line' ? text.replaceAll(/\s+/g, ' ').trim() : text),
      ...(profile === 'line' && { transformPasted: (slice, view) => asLine(slice, view.state.schema) }),
    },
  })
}

/** Whether there is more than one paragraph, or what may be a list or a heading; cheap, and wrong only on the safe side. */
function isSeveral(html: string, text: string): boolean {
  if (html === '') return /[\r\n]/.test(text.trim())
  if (/<(?:li|h[1-6]|td|br)\b|mso-list|mso-outline/i.test(html)) return true
  const end = html.search(/<\/(?:p|div)\b/i)
  return end !== -1 && /<(?:p|div)\b/i.test(html.slice(end))
}

/** Puts a text where the selection is, as pasting does. */
function insert(view: EditorView, profile: TextProfile, blocks: BlockText): void {
  if (view.isDestroyed) return
  const { schema, tr } = view.state
  const whole = Slice.maxOpen(textFragment(schema, profile, blocks))
  // The first words go on where the caret is; a list stays one, from its first item on.
  const slice = blocks[0]?.type === 'paragraph' ? whole : new Slice(whole.content, 0, whole.openEnd)
  tr.replaceSelection(profile === 'line' ? asLine(slice, schema) : slice)
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  view.focus()
}

/** All the words of a slice as one run of a line, with the marks that a line knows. */
function asLine(slice: Slice, schema: Schema): Slice {
  const runs: Node[] = []
  let paragraph: Node | null = null
  slice.content.descendants((node, _position, parent) => {
    if (!node.isText || node.text === undefined) return
    if (parent !== null && paragraph !== null && parent !== paragraph) runs.push(schema.text(' '))
    paragraph = parent
    runs.push(schema.text(node.text.replaceAll(/\s+/g, ' '), node.marks.filter(isLineMark)))
  })
  return new Slice(Fragment.fromArray(runs), 0, 0)
}

function isLineMark(mark: Mark): boolean {
  return mark.type.name === 'italic' || mark.type.name === 'superscript'
}

import { Fragment, Slice, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { TextProfile } from '@concerte/schema'

import { inertHtml } from './pasted-html.ts'

/** What is pasted comes in as the profile allows: the schema drops the rest and keeps its words. */
export function pasteInto(profile: TextProfile): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: inertHtml,
      transformPastedText: (text) => (profile === 'line' ? text.replaceAll(/\s+/g, ' ').trim() : text),
      ...(profile === 'line' && { transformPasted: (slice, view) => asLine(slice, view.state.schema) }),
    },
  })
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

import { Schema, type MarkSpec, type NodeSpec, type TagParseRule } from '@tiptap/pm/model'
import type { TextProfile } from '@concerte/schema'

import { linkAttributes, safeLink } from './link-attributes.ts'
import { hasPastedStyle, pastedStyle } from './pasted-html.ts'

/*
 * Names are those of packages/schema/src/text. Content expressions are as loose as a merge of valid texts can get: a
 * list that two people emptied at once, an item that holds only a list. Every mark is allowed in every paragraph, also
 * where the profile has no use for it: the binding deletes the words of a node that its schema refuses.
 */

const text: NodeSpec = {}
const bulletList: NodeSpec = {
  content: 'listItem*',
  group: 'block',
  parseDOM: [{ tag: 'ul' }],
  toDOM: () => ['ul', 0],
}
const orderedList: NodeSpec = {
  content: 'listItem*',
  group: 'block',
  parseDOM: [{ tag: 'ol' }],
  toDOM: () => ['ol', 0],
}
const listItem: NodeSpec = {
  content: '(paragraph | bulletList | orderedList)*',
  defining: true,
  parseDOM: [{ tag: 'li' }],
  toDOM: () => ['li', 0],
}

const link: MarkSpec = {
  attrs: { href: { default: '' } },
  inclusive: false,
  parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => hrefOf(dom) }],
  toDOM: ({ attrs }) => ['a', linkAttributes(String(attrs['href'])), 0],
}
const bold: MarkSpec = {
  parseDOM: [
    { tag: 'strong' },
    // Some office suites wrap everything that they copy in a <b> that is not bold.
    { tag: 'b', getAttrs: (dom) => !hasPastedStyle(dom, 'font-weight', /^(normal|400)$/) && null },
    pasted('font-weight', /^(bold(er)?|[6-9]\d\d)$/),
  ],
  toDOM: () => ['strong', 0],
}
const italic: MarkSpec = {
  parseDOM: [{ tag: 'em' }, { tag: 'i' }, pasted('font-style', /^italic$/)],
  toDOM: () => ['em', 0],
}
const superscript: MarkSpec = {
  parseDOM: [{ tag: 'sup' }, pasted('vertical-align', /^super$/)],
  toDOM: () => ['sup', 0],
}

const marks = { link, bold, italic, superscript }

const blockSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'text*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    bulletList,
    orderedList,
    listItem,
    text,
  },
  marks,
})

/** Lines stand within headings and sentences, where HTML allows no paragraph: theirs is a span shown as a block. */
const lineSchema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['span', 0] },
    text,
  },
  marks,
})

export function schemaOf(profile: TextProfile): Schema {
  return profile === 'line' ? lineSchema : blockSchema
}

function hrefOf(dom: HTMLElement): { href: string } | false {
  const href = dom.getAttribute('href')?.trim() ?? ''
  return safeLink.test(href) && { href }
}

/** A mark that was copied as a style; what else the element is stays to be read. */
function pasted(property: string, value: RegExp): TagParseRule {
  return {
    tag: `[${pastedStyle}]`,
    consuming: false,
    getAttrs: (dom) => hasPastedStyle(dom, property, value) && null,
  }
}

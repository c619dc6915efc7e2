import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'
import type { Block, BlockText, Inline, TextProfile } from '@concerte/schema'

/** A text of the plan as nodes of an editor; in a line, lists are paragraphs. */
export function textFragment(schema: Schema, profile: TextProfile, blocks: BlockText): Fragment {
  return Fragment.fromArray(blocks.flatMap((block) => nodesOf(schema, profile, block)))
}

/** The blocks of a fragment: what {@link textFragment} gives, read back. */
export function fragmentText(fragment: Fragment): BlockText {
  const blocks: BlockText = []
  fragment.forEach((node) => blocks.push(blockOf(node)))
  return blocks
}

function nodesOf(schema: Schema, profile: TextProfile, block: Block): Node[] {
  if (block.type === 'paragraph') return [schema.node('paragraph', null, runs(schema, block.content))]
  if (profile === 'line') {
    return block.items.flatMap((item) => item.flatMap((inner) => nodesOf(schema, profile, inner)))
  }
  const items = block.items.map((item) =>
    schema.node(
      'listItem',
      null,
      item.flatMap((inner) => nodesOf(schema, profile, inner)),
    ),
  )
  return [schema.node(block.type, null, items)]
}

function runs(schema: Schema, content: readonly Inline[]): Node[] {
  return content
    .filter(({ text }) => text !== '')
    .map((inline) => schema.text(inline.text, marksOf(schema, inline)))
}

function marksOf(schema: Schema, { bold, italic, superscript, link }: Inline): Mark[] {
  const marks: Mark[] = []
  if (link !== undefined) marks.push(schema.mark('link', { href: link }))
  if (bold) marks.push(schema.mark('bold'))
  if (italic) marks.push(schema.mark('italic'))
  if (superscript) marks.push(schema.mark('superscript'))
  return marks
}

function blockOf(node: Node): Block {
  const { name } = node.type
  if (name === 'bulletList' || name === 'orderedList') {
    return { type: name, items: node.children.map((item) => fragmentText(item.content)) }
  }
  return { type: 'paragraph', content: inlinesOf(node) }
}

function inlinesOf(node: Node): Inline[] {
  return node.children.flatMap((run) => {
    if (run.text === undefined) return []
    const inline: Inline = { text: run.text }
    for (const { type, attrs } of run.marks) {
      if (type.name === 'bold' || type.name === 'italic' || type.name === 'superscript')
        inline[type.name] = true
      if (type.name === 'link') inline.link = String(attrs['href'])
    }
    return [inline]
  })
}

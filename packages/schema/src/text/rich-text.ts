import { z } from 'zod'

/** A run of characters that share their marks. `link` is an absolute http(s) or mailto address. */
const inlineSchema = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  superscript: z.literal(true).optional(),
  link: z.string().optional(),
})
export type Inline = z.infer<typeof inlineSchema>

/** Profile `line`: titles and labels. One paragraph, italic and superscript only. */
export const lineTextSchema = z.array(inlineSchema)
export type LineText = z.infer<typeof lineTextSchema>

const paragraphSchema = z.object({ type: z.literal('paragraph'), content: z.array(inlineSchema) })
const bulletListSchema = z.object({
  type: z.literal('bulletList'),
  get items() {
    return z.array(blockTextSchema)
  },
})
const orderedListSchema = z.object({
  type: z.literal('orderedList'),
  get items() {
    return z.array(blockTextSchema)
  },
})

/** A paragraph or a list; an item of a list is again a sequence of blocks. */
const blockSchema = z.discriminatedUnion('type', [paragraphSchema, bulletListSchema, orderedListSchema])

/** Profile `block`: paragraphs and lists, with bold, italic, superscript and links. */
export const blockTextSchema: z.ZodType<BlockText> = z.lazy(() => z.array(blockSchema))

export type Paragraph = { type: 'paragraph'; content: Inline[] }
export type List = { type: 'bulletList' | 'orderedList'; items: BlockText[] }
export type Block = Paragraph | List
export type BlockText = Block[]

/** `line` or `block`: what a text may hold. */
export type TextProfile = 'line' | 'block'

import type * as Y from 'yjs'

import { entryTypeFor } from '../normalize-project.ts'
import { coverTexts, coverText, nodeText, openPlan, type PlanDoc } from '../outline/plan-doc.ts'
import { textsOf } from '../outline/node-types.ts'
import { allChildren, readOutline, type Outline, type OutlineNode } from '../outline/read-outline.ts'
import { readValues } from '../outline/read-values.ts'
import { datedValueSchema } from '../project.ts'
import { datedWords } from '../reading.ts'
import type { EntryType } from '../template.ts'
import { readWords } from '../text/read-fragment.ts'
import type { TextProfile } from '../text/rich-text.ts'
import type { PlaceName, PlanText } from './plan-text.ts'

/**
 * Everything that people wrote in a plan and that is not empty: in reading order, then what waits in the tray, then what is in
 * the bin. Pure.
 */
export function planTexts(doc: Y.Doc): PlanText[] {
  const plan = openPlan(doc)
  const outline = readOutline(plan)
  const cover: PlanText[] = coverTexts.map((field) => ({
    node: 'cover',
    field,
    path: [{ type: 'cover' }],
    words: readWords(coverText(plan, field), 'line'),
  }))
  const reader: Reader = { plan, outline, numbers: numbersOf(outline) }
  const nodes = inReadingOrder(outline).flatMap((node) => textsAt(reader, node))
  return [...cover, ...nodes].filter(({ words }) => words.trim() !== '')
}

/** The way to each node of a plan, by its id (`cover` for the cover), outermost first; empty for what is unknown. Reads the plan once. */
export function placeNames(plan: PlanDoc): (node: string) => PlaceName[] {
  const outline = readOutline(plan)
  const reader: Reader = { plan, outline, numbers: numbersOf(outline) }
  return (node) => (node === 'cover' ? [{ type: 'cover' }] : pathTo(reader, node))
}

/**
 * The texts of `mine` that `base` and `now` lack: what was written since `base` and did not reach `now`. Without a base,
 * every text in which `mine` differs from `now`.
 */
export function unsharedTexts(
  mine: readonly PlanText[],
  { base, now }: { base: readonly PlanText[] | null; now: readonly PlanText[] | null },
): PlanText[] {
  const known = new Set([...(base ?? []), ...(now ?? [])].map(keyOf))
  return mine.filter((text) => !known.has(keyOf(text)))
}

type Reader = { plan: PlanDoc; outline: Outline; numbers: ReadonlyMap<string, number> }

/** A text by its place and its words: one that was moved is the same. */
function keyOf({ node, field, words }: PlanText): string {
  return JSON.stringify([node, field, words])
}

function textsAt(reader: Reader, { id, type, place }: OutlineNode): PlanText[] {
  const { plan, outline } = reader
  const path = pathTo(reader, id)
  const texts = textsOf(type).map(([field, profile]) => ({
    node: id,
    field,
    path,
    words: wordsOf(nodeText(plan, id, field), profile),
  }))
  const isPlain = type === 'entry' && kindOf(reader, { id, place }) !== 'indicator'
  if (type === 'axis' || type === 'section' || isPlain) return texts
  const values = Object.entries(readValues(plan, id, outline.nodes.get(id)?.type ?? type))
  const fields = values.map(([field, value]) => ({ node: id, field, path, words: valueWords(field, value) }))
  return [...texts, ...fields]
}

function wordsOf(text: Y.XmlFragment | undefined, profile: TextProfile): string {
  return text === undefined ? '' : readWords(text, profile)
}

/** What was typed, not what was chosen from a list. */
function valueWords(field: string, value: unknown): string {
  if (typeof value === 'string') return field === 'kind' ? '' : value
  const dated = datedValueSchema.safeParse(value).data
  return dated === undefined ? '' : datedWords(dated)
}

/** No way up is longer than the layers: what is in the bin may claim any parent, itself too. */
function pathTo(reader: Reader, id: string, layers = 4): PlaceName[] {
  const node = reader.outline.nodes.get(id)
  if (node === undefined || layers === 0) return []
  const isPlaced = !reader.outline.unplaced.some((adrift) => adrift.id === id)
  return [...(isPlaced ? pathTo(reader, node.place.parent, layers - 1) : []), nameOf(reader, node)]
}

function nameOf(reader: Reader, node: OutlineNode): PlaceName {
  const { plan, outline, numbers } = reader
  const { id, type, place } = node
  if (type === 'entry') {
    const siblings = outline.children(place.parent, place.rubric)
    const position = siblings.findIndex((sibling) => sibling.id === id)
    return { type: kindOf(reader, node), position: position === -1 ? null : position + 1 }
  }
  const title = wordsOf(nodeText(plan, id, 'title'), 'line')
  if (type === 'section' || type === 'group') return { type, title }
  return { type, label: outline.template.labels[type], number: numbers.get(id) ?? null, title }
}

function kindOf({ plan, outline }: Reader, { id, place }: Pick<OutlineNode, 'id' | 'place'>): EntryType {
  return entryTypeFor(outline.template, place.rubric, readValues(plan, id, 'entry'))
}

function inReadingOrder(outline: Outline): OutlineNode[] {
  const under = (node: OutlineNode): OutlineNode[] => {
    return [node, ...allChildren(outline, node).flatMap(under)]
  }
  const roots = ['front', 'axes', 'back'].flatMap((root) => outline.children(root))
  const ordered = [...roots, ...outline.unplaced, ...outline.trash].flatMap(under)
  // What only a newer version's template would list comes last.
  return [...new Map([...ordered, ...outline.nodes.values()].map((node) => [node.id, node])).values()]
}

function numbersOf(outline: Outline): Map<string, number> {
  const numbers = new Map<string, number>()
  let action = 0
  outline.children('axes').forEach((axis, index) => {
    numbers.set(axis.id, index + 1)
    if (outline.template.numbering.actions === 'perAxis') action = 0
    const actions = outline
      .children(axis.id)
      .flatMap((node) => (node.type === 'group' ? outline.children(node.id) : [node]))
    for (const { id } of actions) {
      action += 1
      numbers.set(id, action)
    }
  })
  return numbers
}

import { rubricsOf } from '../reading.ts'
import type { Labels, Rubric, Template } from '../template.ts'
import { lineToPlain } from '../text/plain-text.ts'
import { normalizeLine } from '../text/normalize-text.ts'
import type { LineText } from '../text/rich-text.ts'
import { bareTitle } from './bare-title.ts'
import { draftEntries, namesRubric } from './draft-entries.ts'
import type { ActionDraft, Drafts, GroupDraft } from './drafts.ts'
import type { PastedBlock } from './pasted-block.ts'

/**
 * Actions with what stands under them. Their titles are the headings that have points under them; those one level over
 * them are groups. Without headings: lines such as «Action 3 : Lire», else items that have sub-points, else lines that have items
 * after them, else every point. What stands over all, and lines under a group, find no place.
 *
 * @param isInGroup a group holds no groups: their titles find no place then
 */
export function draftActions(
  blocks: readonly PastedBlock[],
  { template, isInGroup }: { template: Template; isInGroup: boolean },
): Drafts {
  const rubrics = rubricsOf(template, 'action').filter((rubric) => rubric.retired !== true)
  const { before, parts } = partsOf(blocks, rubrics, template.labels)
  const actionLevel = levelOfActions(parts, rubrics)
  const content: Drafts['content'] = []
  const leftOut: LineText[] = before.map((block) => normalizeLine(block.content))
  let group: GroupDraft | null = null
  const rubric: string = rubrics[0]?.id ?? ''

  parts.forEach((part, index) => {
    const title = normalizeLine(bareTitle(part.title, template.labels))
    if (part.level < actionLevel && !hasPoints(part, rubrics)) {
      group = null
      leftOut.push(...part.body.map((block) => normalizeLine(block.content)))
      const isOverAction = parts[index + 1]?.level === actionLevel
      if (!isOverAction || isInGroup || isAxisTitle(part, template)) leftOut.push(title)
      else {
        group = { type: 'group', title, actions: [] }
        content.push(group)
      }
      return
    }
    if (part.level < actionLevel) group = null
    const body = rubric === '' ? null : draftEntries(part.body, { rubrics, rubric, inAction: true })
    const action: ActionDraft = {
      type: 'action',
      title,
      fields: body?.fields ?? {},
      rubrics: body?.rubrics ?? [],
    }
    if (body?.title !== undefined) leftOut.push(body.title)
    leftOut.push(...(body?.leftOut ?? part.body.map((block) => normalizeLine(block.content))))
    if (group === null) content.push(action)
    else group.actions.push(action)
  })
  return { rubrics: [], content, fields: {}, leftOut }
}

/** Whether what was pasted has the form of actions: titles with something under them. */
export function looksLikeActions(blocks: readonly PastedBlock[], template: Template): boolean {
  const rubrics = rubricsOf(template, 'action')
  if (rubrics.length === 0) return false
  const { parts } = partsOf(blocks, rubrics, template.labels)
  return parts.some((part) => part.body.length > 0)
}

/** «Action 3 : Lire» is a title, heading or not. */
function isLabelled({ content }: PastedBlock, { action }: Labels): boolean {
  const words = lineToPlain(content).trim().toLocaleLowerCase('fr')
  return [action, 'action'].some(
    (label) =>
      label !== '' &&
      words.startsWith(label.toLocaleLowerCase('fr')) &&
      /^\s*(n\s?[°o]\s*)?\d+\b/.test(words.slice(label.length)),
  )
}

function isAlone(block: PastedBlock): boolean {
  return block.type === 'paragraph' && block.under === undefined
}

type Part = { title: PastedBlock['content']; level: number; body: PastedBlock[] }

function partsOf(
  blocks: readonly PastedBlock[],
  rubrics: readonly Rubric[],
  labels: Labels,
): { before: PastedBlock[]; parts: Part[] } {
  const isTitle = titlesOf(blocks, rubrics, labels)
  const before: PastedBlock[] = []
  const parts: Part[] = []
  blocks.forEach((block, index) => {
    const last = parts.at(-1)
    if (isTitle(block, index)) {
      parts.push({ title: block.content, level: block.type === 'heading' ? block.level : 0, body: [] })
    } else if (last === undefined) before.push(block)
    else last.body.push(block)
  })
  return { before, parts }
}

/** Which blocks are titles of parts: one rule for all of what was pasted. */
function titlesOf(
  blocks: readonly PastedBlock[],
  rubrics: readonly Rubric[],
  labels: Labels,
): (block: PastedBlock, index: number) => boolean {
  const next = (index: number) => blocks[index + 1]
  const names = (block: PastedBlock, index: number) => namesRubric(block, next(index), rubrics) !== undefined
  if (blocks.some((block, index) => block.type === 'heading' && !names(block, index))) {
    return (block, index) => block.type === 'heading' && !names(block, index)
  }
  if (blocks.some((block) => isLabelled(block, labels))) return (block) => isLabelled(block, labels)
  const top = Math.min(...blocks.map((block) => (block.type === 'item' ? block.level : Infinity)))
  const isParent = (block: PastedBlock, index: number) => {
    const after = next(index)
    return block.type === 'item' && block.level === top && after?.type === 'item' && after.level > top
  }
  if (blocks.some((block, index) => isParent(block, index) && !names(block, index))) {
    return (block, index) => block.type === 'item' && block.level === top && !names(block, index)
  }
  if (blocks.some((block, index) => isAlone(block) && next(index)?.type === 'item' && !names(block, index))) {
    return (block, index) => isAlone(block) && !names(block, index)
  }
  return (block, index) => !names(block, index) && (block.type === 'item' || isAlone(block))
}

/** The level that most titles with points have; where none has any, the deepest. */
function levelOfActions(parts: readonly Part[], rubrics: readonly Rubric[]): number {
  const counts = new Map<number, number>()
  for (const part of parts) {
    if (hasPoints(part, rubrics)) counts.set(part.level, (counts.get(part.level) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([a, many], [b, more]) => more - many || a - b)
  return best?.[0] ?? Math.max(0, ...parts.map(({ level }) => level))
}

function hasPoints({ body }: Part, rubrics: readonly Rubric[]): boolean {
  return body.some(
    (block, index) => block.type === 'item' || namesRubric(block, body[index + 1], rubrics) !== undefined,
  )
}

function isAxisTitle({ title }: Part, { labels }: Template): boolean {
  const words = lineToPlain(title).trim().toLocaleLowerCase('fr')
  return [labels.axis, 'axe'].some(
    (label) => label !== '' && words.startsWith(`${label.toLocaleLowerCase('fr')} `),
  )
}

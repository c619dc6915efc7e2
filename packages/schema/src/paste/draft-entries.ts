import type { Rubric } from '../template.ts'
import { lineToPlain } from '../text/plain-text.ts'
import { normalizeLine } from '../text/normalize-text.ts'
import type { ActionFields } from '../project.ts'
import type { LineText } from '../text/rich-text.ts'
import type { Drafts, EntryDraft, RubricDraft } from './drafts.ts'
import { actionFieldOf, indicatorFieldOf } from './field-lines.ts'
import { namedRubric } from './named-rubric.ts'
import type { PastedBlock } from './pasted-block.ts'
import { pastedText } from './pasted-text.ts'

/**
 * One entry a point: items of the first level and paragraphs of their own; deeper items are its sub-points. They go under
 * `rubric`, or under the one that a line over them names («Indicateurs»). Other headings find no place. Lines such as «Pilote : …» are
 * fields where they stand in an action (`inAction`), «Cible : …» where they stand in an indicator.
 */
export function draftEntries(
  blocks: readonly PastedBlock[],
  { rubrics, rubric, inAction }: { rubrics: readonly Rubric[]; rubric: string; inAction: boolean },
): Drafts {
  const drafts: RubricDraft[] = []
  const leftOut: LineText[] = []
  const fields: ActionFields = {}
  let title: LineText | undefined
  let current = rubric
  /** The level whose items are entries: below an item that names a rubric, the next one. */
  let base = lowestLevel(blocks)
  let point: PastedBlock[] = []
  /** Whether the point is a line that leads in the items after it. */
  let leadsIn = false

  const close = () => {
    if (point.length > 0) add(drafts, current, entryOf(point, rubrics, current))
    point = []
    leadsIn = false
  }
  blocks.forEach((block, index) => {
    if (block.type === 'item' && block.level < base) base = block.level
    const named = namesRubric(block, blocks[index + 1], rubrics)
    if (named !== undefined) {
      close()
      current = named.id
      base = block.type === 'item' ? block.level + 1 : lowestLevel(blocks.slice(index + 1))
    } else if (block.type === 'heading') {
      close()
      const line = normalizeLine(block.content)
      if (title === undefined && drafts.length === 0) title = line
      else leftOut.push(line)
    } else if (block.type === 'item') {
      const level = leadsIn ? block.level - base : block.level - base - 1
      if (level < 0 || point.length === 0) {
        close()
        point.push({ type: 'paragraph', content: block.content })
      } else point.push({ ...block, level })
    } else if (block.under !== undefined && point.length > 0) {
      const under = leadsIn ? block.under - base : block.under - base - 1
      point.push({ type: 'paragraph', content: block.content, ...(under >= 0 && { under }) })
    } else if (inAction && takeField(fields, block)) close()
    else {
      close()
      point.push(block)
      leadsIn = /:\s*$/.test(lineToPlain(block.content)) && blocks[index + 1]?.type === 'item'
    }
  })
  close()
  return { rubrics: drafts, content: [], fields, ...(title !== undefined && { title }), leftOut }
}

/** The rubric that a line names: a heading, or a short line with points after it. */
export function namesRubric(
  block: PastedBlock,
  next: PastedBlock | undefined,
  rubrics: readonly Rubric[],
): Rubric | undefined {
  const words = lineToPlain(block.content)
  if (words.length > 80) return undefined
  const isOver =
    block.type === 'heading' ||
    /:\s*$/.test(words) ||
    (block.type === 'item' ? next?.type === 'item' && next.level > block.level : next?.type === 'item')
  return isOver ? namedRubric(words, rubrics) : undefined
}

function lowestLevel(blocks: readonly PastedBlock[]): number {
  let lowest = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    if (block.type === 'heading') break
    if (block.type === 'item') lowest = Math.min(lowest, block.level)
  }
  return Number.isFinite(lowest) ? lowest : 0
}

/** Whether a line gives a field that none gave before. */
function takeField(fields: ActionFields, block: PastedBlock): boolean {
  const given = actionFieldOf(lineToPlain(block.content))
  if (given === null || Object.keys(given).some((field) => Object.hasOwn(fields, field))) return false
  Object.assign(fields, given)
  return true
}

/** The entry that a point makes; the lines of an indicator that give its fields are no words of it. */
function entryOf(point: readonly PastedBlock[], rubrics: readonly Rubric[], rubric: string): EntryDraft {
  const fields: EntryDraft['fields'] = {}
  const isIndicator = rubrics.some(({ id, entryType }) => id === rubric && entryType === 'indicator')
  const words = point.filter((block, index) => {
    const given = isIndicator && index > 0 ? indicatorFieldOf(lineToPlain(block.content)) : null
    if (given === null || Object.keys(given).some((field) => Object.hasOwn(fields, field))) return true
    Object.assign(fields, given)
    return Object.keys(given).length === 0
  })
  return { text: pastedText(words), fields }
}

function add(drafts: RubricDraft[], rubric: string, entry: EntryDraft): void {
  const known = drafts.find((draft) => draft.rubric === rubric)
  if (known === undefined) drafts.push({ rubric, entries: [entry] })
  else known.entries.push(entry)
}

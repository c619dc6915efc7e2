import {
  actionLines,
  countDrafts,
  indicatorLines,
  lineToPlain,
  type Block,
  type BlockText,
  type EntryType,
  type RubricDraft,
  type Template,
  findRubric,
} from '@concerte/schema'

import type { PasteOption } from './paste-options.ts'

export type LineKind = 'group' | 'action' | 'title' | EntryType | 'point'
/** One line of the preview. */
export type PasteLine = { depth: number; kind: LineKind; words: string }

/** What an option would make, line by line. */
export function pasteLines(option: PasteOption, template: Template): PasteLine[] {
  if (option.type === 'field') return textLines(option.text, 0)
  const { title, rubrics, content, fields } = option.drafts
  const lines: PasteLine[] =
    title === undefined ? [] : [{ depth: 0, kind: 'title', words: lineToPlain(title) }]
  lines.push(...fieldLines(actionLines(fields), 0), ...rubricLines(rubrics, template, 0))
  for (const item of content) {
    const isGroup = item.type === 'group'
    if (isGroup) lines.push({ depth: 0, kind: 'group', words: lineToPlain(item.title) })
    const depth = isGroup ? 1 : 0
    for (const action of isGroup ? item.actions : [item]) {
      lines.push({ depth, kind: 'action', words: lineToPlain(action.title) })
      lines.push(...fieldLines(actionLines(action.fields), depth + 1))
      lines.push(...rubricLines(action.rubrics, template, depth + 1))
    }
  }
  return lines
}

export type PasteCount = { kind: 'paragraph' | 'group' | 'action' | EntryType; count: number }

/** How much of what an option would make; what there is none of is not counted. */
export function pasteCounts(option: PasteOption, template: Template): PasteCount[] {
  if (option.type === 'field') return [{ kind: 'paragraph', count: textLines(option.text, 0).length }]
  const { groups, actions, entries } = countDrafts(option.drafts)
  const byType = new Map<EntryType, number>()
  for (const [rubric, count] of entries) {
    const type = entryTypeOf(template, rubric)
    byType.set(type, (byType.get(type) ?? 0) + count)
  }
  const counts: PasteCount[] = [
    { kind: 'group', count: groups },
    { kind: 'action', count: actions },
    ...[...byType].map(([kind, count]) => ({ kind, count })),
  ]
  return counts.filter(({ count }) => count > 0)
}

export function entryTypeOf(template: Template, rubric: string): EntryType {
  return findRubric(template, rubric)?.entryType ?? 'statement'
}

function rubricLines(rubrics: readonly RubricDraft[], template: Template, depth: number): PasteLine[] {
  return rubrics.flatMap(({ rubric, entries }) =>
    entries.flatMap(({ text, fields }) => {
      const [first, ...rest] = textLines(text, depth)
      if (first === undefined) return []
      return [
        { ...first, kind: entryTypeOf(template, rubric) },
        ...rest.map(({ depth: own, words }) => ({
          depth: Math.max(own, depth + 1),
          kind: 'point' as const,
          words,
        })),
        ...fieldLines(indicatorLines(fields), depth + 1),
      ]
    }),
  )
}

function fieldLines(lines: readonly string[], depth: number): PasteLine[] {
  return lines.map((words) => ({ depth, kind: 'point', words }))
}

function textLines(text: BlockText, depth: number): PasteLine[] {
  return text.flatMap((block) => blockLines(block, depth))
}

function blockLines(block: Block, depth: number): PasteLine[] {
  if (block.type === 'paragraph') return [{ depth, kind: 'point', words: lineToPlain(block.content) }]
  return block.items.flatMap((item) => textLines(item, depth + 1))
}

import {
  actionLines,
  draftActions,
  draftEntries,
  looksLikeActions,
  pastedText,
  plainToLine,
  rubricsOf,
  type ActionFields,
  type BlockText,
  type Drafts,
  type PastedBlock,
  type Template,
} from '@concerte/schema'

import type { Intent, PlanRights } from '../plan/rights/plan-rights.ts'
import type { PasteSpot } from './paste-spot.ts'

/** A way to paste what was copied. `drafts.leftOut` is what would find no place. */
export type PasteOption =
  | { type: 'field'; text: BlockText }
  | { type: 'entries'; drafts: Drafts; at: NonNullable<PasteSpot['entries']>; needs: Intent[] }
  | { type: 'actions'; drafts: Drafts; at: NonNullable<PasteSpot['actions']>; needs: Intent[] }

/**
 * The ways that make sense here and that the person has a right to, the likeliest first. `field`: the text that could take all of
 * it, if there is one.
 */
export function pasteOptions(given: {
  blocks: readonly PastedBlock[]
  spot: PasteSpot | null
  template: Template
  rights: Pick<PlanRights, 'refusal'>
  field: string | null
}): PasteOption[] {
  const { blocks, spot, rights } = given
  if (blocks.length === 0) return []
  const isAllowed = (option: PasteOption) =>
    option.type === 'field' || option.needs.every((need) => rights.refusal(need) === null)
  const entries = entriesOption(given)
  const actions = actionsOption(given)
  const prefersActions =
    spot?.prefers === 'actions' || blocks.filter((block) => block.type === 'heading').length > 2
  const made = (prefersActions ? [actions, entries] : [entries, actions]).flatMap((option) => option ?? [])
  const field: PasteOption[] = given.field !== null ? [{ type: 'field', text: pastedText(blocks) }] : []
  // Where nothing looks like a list, an introduction takes its paragraphs.
  const isText = given.field === 'introduction' && blocks.every(isOfText)
  return (isText ? field : [...made, ...field]).filter(isAllowed)
}

function entriesOption({ blocks, spot, template }: Parameters<typeof pasteOptions>[0]): PasteOption | null {
  const at = spot?.entries
  if (at === undefined) return null
  const drafts = draftEntries(blocks, {
    rubrics: rubricsOf(template, at.level),
    rubric: at.rubric,
    inAction: at.level === 'action',
  })
  if (drafts.rubrics.length === 0) return null
  const { title, ...others } = drafts
  const isTitled = title !== undefined && at.titles !== undefined
  const given = Object.entries(drafts.fields)
  const isFree = ([field]: [string, unknown]) => !at.taken.includes(field)
  const kept: ActionFields = Object.fromEntries(given.filter(isFree))
  const taken: ActionFields = Object.fromEntries(given.filter((field) => !isFree(field)))
  const leftOut = [
    ...(title === undefined || isTitled ? [] : [title]),
    ...actionLines(taken).map(plainToLine),
    ...drafts.leftOut,
  ]
  return {
    type: 'entries',
    drafts: { ...others, ...(isTitled && { title }), fields: kept, leftOut },
    at,
    needs: [
      { type: 'addTo', parent: at.holder },
      ...[at.fills, isTitled ? at.titles : undefined].flatMap((node): Intent[] =>
        node === undefined ? [] : [{ type: 'write', node }],
      ),
    ],
  }
}

function actionsOption({ blocks, spot, template }: Parameters<typeof pasteOptions>[0]): PasteOption | null {
  const at = spot?.actions
  if (at === undefined || (spot?.prefers === 'entries' && !looksLikeActions(blocks, template))) return null
  const drafts = draftActions(blocks, { template, isInGroup: at.isInGroup })
  if (drafts.content.length === 0) return null
  return { type: 'actions', drafts, at, needs: [{ type: 'addTo', parent: at.parent }] }
}

function isOfText(block: PastedBlock): boolean {
  return block.type === 'paragraph'
}

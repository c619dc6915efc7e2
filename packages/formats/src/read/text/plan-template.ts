import {
  actionsTemplate,
  folded,
  orientationsTemplate,
  rubricSchema,
  templateSchema,
  type Rubric,
  type Slot,
  type SlotLevel,
  type Template,
} from '@concerte/schema'

import { actionListPlace, introductionPlace, type AxisDraft, type RubricDraft } from './axis-draft.ts'
import { textKey } from './sentences.ts'

/** The text keys of the headings of the rubrics that ship with Concerte. */
export const shippedHeadings: ReadonlySet<string> = new Set(
  [actionsTemplate, orientationsTemplate]
    .flatMap((template) => template.axis.concat(template.action))
    .flatMap(slotKeys)
    .filter((key) => key !== ''),
)

/** The template of a plan: one that ships where its rubrics are those of the text, else one made of the text's headings. */
export function buildTemplate(
  axes: readonly AxisDraft[],
  actionList: string,
  numbering: Template['numbering'],
): Template {
  const actions = axes.flatMap((axis) => axis.actions)
  const hasActions = axes.length === 0 || axes.some((axis) => axis.order.includes(actionListPlace))
  const base = hasActions ? actionsTemplate : orientationsTemplate
  const axis = buildSlots(
    base,
    'axis',
    axes.map((some) => some.order),
    axes.flatMap((some) => some.rubrics),
  )
  const action = buildSlots(
    base,
    'action',
    actions.map((some) => some.rubrics.map((rubric) => textKey(rubric.heading))),
    actions.flatMap((some) => some.rubrics),
  )
  const isShipped = axis === base.axis && action === base.action
  const taken = new Set(
    [...axis.filter(isIn(base.axis)), ...action.filter(isIn(base.action))].map((slot) => slot.id),
  )
  return templateSchema.parse({
    ...base,
    name: isShipped ? base.name : nameTemplate([...axis, ...action]),
    numbering,
    axis: withOwnIds(axis, base.axis, taken).map((slot) => withHeading(slot, actionList)),
    action: withOwnIds(action, base.action, taken),
  })
}

/** The rubric of the template that a heading of the text names. */
export function findRubric(slots: readonly Slot[], heading: string): Rubric | undefined {
  return slots
    .filter((slot) => slot.type === 'rubric')
    .find((slot) => slotKeys(slot).includes(textKey(heading)))
}

function buildSlots(
  base: Template,
  level: SlotLevel,
  orders: readonly string[][],
  drafts: readonly RubricDraft[],
): Slot[] {
  const order = mergeOrders(orders)
  const places = order.map((key) => base[level].findIndex((slot) => slotKeys(slot).includes(key)))
  if (places.every((place, index) => place > (places[index - 1] ?? -1))) return base[level]

  const needed = base[level].filter(
    (slot) => slot.type !== 'rubric' && !order.includes(slotKeys(slot)[0] ?? ''),
  )
  const shipped = [...base[level], ...base.action, ...orientationsTemplate.axis]
  const slots = order.map(
    (key) =>
      shipped.find((slot) => slotKeys(slot).includes(key)) ??
      buildRubric(
        level,
        drafts.filter((draft) => textKey(draft.heading) === key),
      ),
  )
  return [
    ...needed.filter((slot) => slot.type === 'introduction'),
    ...slots,
    ...needed.filter((slot) => slot.type !== 'introduction'),
  ]
}

function withHeading(slot: Slot, actionList: string): Slot {
  return slot.type === 'actionList' ? { ...slot, heading: actionList } : slot
}

/** A rubric of the text's own. Its heading over one entry is kept where it differs («Levier», «Leviers»). */
function buildRubric(level: SlotLevel, drafts: readonly RubricDraft[]): Rubric {
  const one = drafts.find((draft) => draft.entries.length === 1)?.heading
  const heading = drafts.find((draft) => draft.entries.length > 1)?.heading ?? one ?? drafts[0]?.heading ?? ''
  return rubricSchema.parse({
    type: 'rubric',
    id: toSlug(heading),
    entryType: entryType(level, heading),
    heading,
    ...(one === undefined || one === heading ? {} : { headingOne: one }),
  })
}

function entryType(level: SlotLevel, heading: string): Rubric['entryType'] {
  if (/\bindicateurs?\b/iu.test(heading)) return 'indicator'
  return level === 'action' && /\bmesures?\b|^$/iu.test(heading) ? 'measure' : 'statement'
}

function isIn(slots: readonly Slot[]): (slot: Slot) => boolean {
  return (slot) => slots.includes(slot)
}

/** The slots, each but those of the shipped level under an id that no other of the template has; `taken` gets them. */
function withOwnIds(slots: readonly Slot[], shipped: readonly Slot[], taken: Set<string>): Slot[] {
  return slots.map((slot) => {
    if (shipped.includes(slot)) return slot
    let id: string = slot.id
    for (let copy = 2; taken.has(id); copy++) id = `${slot.id}-${copy}`
    taken.add(id)
    return id === slot.id || slot.type !== 'rubric' ? slot : rubricSchema.parse({ ...slot, id })
  })
}

/** One order of all the places: a place that only some axes have stands after the one that it follows there. */
function mergeOrders(orders: readonly string[][]): string[] {
  const merged: string[] = []
  for (const order of orders) {
    for (const [index, key] of order.entries()) {
      if (merged.includes(key)) continue
      const before = order[index - 1]
      merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, key)
    }
  }
  return merged
}

function slotKeys(slot: Slot): string[] {
  if (slot.type === 'introduction') return [introductionPlace]
  if (slot.type === 'actionList') return [actionListPlace]
  return [textKey(slot.heading), ...(slot.headingOne === undefined ? [] : [textKey(slot.headingOne)])]
}

function nameTemplate(slots: readonly Slot[]): string {
  const headings = slots.flatMap((slot) =>
    slot.type === 'rubric' && slot.heading !== '' ? [slot.heading] : [],
  )
  return headings.join(', ').slice(0, 200)
}

function toSlug(text: string): string {
  const slug = folded(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-|-$/g, '')
  return slug === '' ? 'rubrique' : slug
}

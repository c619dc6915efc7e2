import { longestRising } from '../merge/align-sequences.ts'
import type { Slot, SlotLevel, Template } from '../template.ts'
import { compareValues } from './compare-content.ts'
import type { Comparison, SlotChange } from './comparison.ts'
import type { NodeContent } from './node-content.ts'

/** What differs between two templates: names and labels, numbering, and the places of their pages. */
export function compareTemplates(before: Template, after: Template): Comparison['template'] {
  return {
    values: compareValues(settings(before), settings(after)),
    slots: [...compareSlots(before, after, 'axis'), ...compareSlots(before, after, 'action')],
  }
}

function settings({ name, labels, numbering }: Template): NodeContent['values'] {
  return [
    ['name', name],
    ['axisLabel', labels.axis],
    ['actionLabel', labels.action],
    ['forewordLabel', labels.foreword],
    ['numbering', numbering.actions],
  ]
}

function compareSlots(before: Template, after: Template, level: SlotLevel): SlotChange[] {
  const places = new Map(before[level].map((slot, place) => [slot.id, { slot, place }]))
  const kept = after[level].filter(({ id }) => places.has(id))
  const stayed = new Set(longestRising(kept.map(({ id }) => places.get(id)!.place)).map((at) => kept[at]!.id))
  const present = after[level].flatMap((slot): SlotChange[] => {
    const old = places.get(slot.id)?.slot
    const change: SlotChange = {
      type: old === undefined ? 'added' : 'kept',
      level,
      slot: slot.id,
      heading: headingOf(slot),
      isMoved: old !== undefined && !stayed.has(slot.id),
      values: compareValues(old === undefined ? [] : slotValues(old), slotValues(slot)),
    }
    return change.type === 'added' || change.isMoved || change.values.length > 0 ? [change] : []
  })
  const ids = new Set<string>(after[level].map(({ id }) => id))
  const withdrawn = before[level]
    .filter(({ id }) => !ids.has(id))
    .map((slot): SlotChange => ({
      type: 'withdrawn',
      level,
      slot: slot.id,
      heading: headingOf(slot),
      isMoved: false,
      values: compareValues(slotValues(slot), []),
    }))
  return [...present, ...withdrawn]
}

function headingOf(slot: Slot): string {
  return slot.type === 'introduction' ? '' : slot.heading
}

function slotValues(slot: Slot): NodeContent['values'] {
  if (slot.type === 'introduction') return []
  if (slot.type === 'actionList') return [['heading', slot.heading]]
  return [
    ['heading', slot.heading],
    ['headingOne', slot.headingOne],
    ['entryType', slot.entryType],
    ['retired', slot.retired ? 'retired' : undefined],
  ]
}

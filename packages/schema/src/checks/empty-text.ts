import { actionsOf } from '../reading.ts'
import type { CheckedPlace, Finding } from './finding.ts'
import type { CheckedPlan } from './checked-plan.ts'
import { keyAt } from './finding-key.ts'

/** Titles, entries and the text of sections that say nothing. Slogans, introductions and signatories may be left empty. */
export function emptyTexts({ project, texts, lists }: CheckedPlan): Finding[] {
  const needed = new Set<string>(['cover title'])
  for (const { id, kind } of [...project.front, ...project.back]) {
    needed.add(`${id} body`)
    // A foreword without a title stands under the template's label for it.
    if (kind === 'annex') needed.add(`${id} title`)
  }
  for (const axis of project.axes) {
    const groups = axis.content.filter((item) => item.type === 'group')
    for (const { id } of [axis, ...groups, ...actionsOf(axis)]) needed.add(`${id} title`)
  }
  for (const { entries } of lists) for (const { entry } of entries) needed.add(`${entry.id} text`)
  return texts
    .filter(({ place, plain }) => plain.trim() === '' && needed.has(nameOf(place)))
    .map(({ place }) => ({
      check: 'empty-text',
      key: keyAt('empty-text', place.node, place.field),
      severity: 'lack',
      place,
    }))
}

function nameOf({ node, field }: CheckedPlace): string {
  return `${node} ${field}`
}

import { actionsTemplate, orientationsTemplate, slotSchema, type Slot, type Template } from '@concerte/schema'
import * as fc from 'fast-check'

/** The two templates that ship, and others of up to five slots a level, ids `r0` to `r7`. */
export const arbitraryTemplate: fc.Arbitrary<Template> = fc.oneof(
  fc.constant(actionsTemplate),
  fc.constant(orientationsTemplate),
  fc
    .record({
      name: fc.constantFrom('', 'Trame de l’académie'),
      labels: fc.constantFrom(actionsTemplate.labels, {
        axis: 'Ambition',
        action: 'Fiche',
        foreword: 'Préface',
      }),
      numbering: fc.constantFrom({ actions: 'perAxis' as const }, { actions: 'continuous' as const }),
      ids: fc.shuffledSubarray(['r0', 'r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7'], { minLength: 8 }),
      axis: fc.array(arbitrarySlot(), { maxLength: 4 }),
      action: fc.array(arbitraryRubric(), { maxLength: 4 }),
    })
    .map(({ ids, axis, action, name, labels, numbering }) => {
      const slots: Slot[] = [...axis, ...action].map((slot, index) =>
        slotSchema.parse({ ...slot, id: ids[index] }),
      )
      return { name, labels, numbering, axis: slots.slice(0, axis.length), action: slots.slice(axis.length) }
    }),
)

function arbitrarySlot(): fc.Arbitrary<object> {
  return fc.oneof(
    { weight: 3, arbitrary: arbitraryRubric() },
    { weight: 1, arbitrary: fc.constant({ type: 'introduction' }) },
    { weight: 1, arbitrary: fc.constant({ type: 'actionList', heading: 'Les actions' }) },
  )
}

function arbitraryRubric(): fc.Arbitrary<object> {
  return fc.record(
    {
      type: fc.constant('rubric'),
      entryType: fc.constantFrom('measure', 'indicator', 'statement'),
      heading: fc.constantFrom('', 'Indicateurs', 'Nos objectifs cibles'),
      headingOne: fc.constantFrom('', 'Indicateur'),
      retired: fc.constant(true),
    },
    { requiredKeys: ['type', 'entryType', 'heading'] },
  )
}

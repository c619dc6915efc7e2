import type { ActionFields, DatedValue, IndicatorFields } from '@concerte/schema'
import * as fc from 'fast-check'

import { arbitraryWords } from './arbitrary-text.ts'

/** Structured fields of an action, any of them absent. */
export function arbitraryActionFields(): fc.Arbitrary<ActionFields> {
  return fc.record(
    {
      announcedTitle: arbitraryWords,
      lead: arbitraryWords,
      partners: arbitraryWords,
      schedule: arbitraryWords,
      continues: arbitraryWords,
    },
    { requiredKeys: [] },
  )
}

/** Structured fields of an indicator, any of them absent; often none. */
export function arbitraryIndicatorFields(): fc.Arbitrary<IndicatorFields> {
  const dated: fc.Arbitrary<DatedValue> = fc.record(
    {
      value: fc.constantFrom('80\u00a0%', '12 ateliers', 'oui', ''),
      date: fc.constantFrom('2028', '2028-06', '2028-06-30'),
    },
    { requiredKeys: ['value'] },
  )
  const fields = fc.record(
    {
      kind: fc.constantFrom<NonNullable<IndicatorFields['kind']>>(
        'count',
        'rate',
        'change',
        'survey',
        'deliverable',
      ),
      unit: arbitraryWords,
      baseline: dated,
      target: dated,
      source: arbitraryWords,
      frequency: fc.constantFrom('annuelle', 'trimestrielle'),
    },
    { requiredKeys: [] },
  )
  return fc.oneof(fc.constant({}), fields)
}

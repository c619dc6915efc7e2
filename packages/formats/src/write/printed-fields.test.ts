import { nodeIdSchema } from '@concerte/schema'
import { expect, test } from 'vitest'

import { indicatorFields } from './printed-fields.ts'
import { wordsIn } from './words.ts'

test.each([
  ['2028', 'fr', '2028'],
  ['2028-06', 'fr', 'juin 2028'],
  ['2028-06-30', 'fr', '30 juin 2028'],
  ['2028-09-01', 'fr', '1er septembre 2028'],
  ['2028-09-01', 'en', '1 September 2028'],
  ['2028-13', 'fr', '2028-13'],
  ['2028-02-30', 'fr', '2028-02-30'],
] as const)('the date %s in %s is «%s»', (date, locale, printed) => {
  const id = nodeIdSchema.parse('taux')
  const indicator = { id, type: 'indicator' as const, text: [], target: { value: '80', date } }
  const words = wordsIn(locale)
  expect(indicatorFields(indicator, words, locale)).toEqual([
    { name: words.target, value: `80 (${printed})` },
  ])
})

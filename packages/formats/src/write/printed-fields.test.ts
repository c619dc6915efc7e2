import { expect, test } from 'vitest'

import { printedDate } from './printed-fields.ts'

test.each([
  ['2028', 'fr', '2028'],
  ['2028-06', 'fr', 'juin 2028'],
  ['2028-06-30', 'fr', '30 juin 2028'],
  ['2028-09-01', 'fr', '1er septembre 2028'],
  ['2028-09-01', 'en', '1 September 2028'],
  ['2028-13', 'fr', '2028-13'],
  ['2028-02-30', 'fr', '2028-02-30'],
] as const)('the date %s in %s is «%s»', (date, locale, printed) => {
  expect(printedDate(date, locale)).toBe(printed)
})

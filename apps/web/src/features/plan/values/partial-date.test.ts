import { expect, it } from 'vitest'

import { formatPartialDate, isBefore, readPartialDate } from './partial-date.ts'

it.each([
  ['2028', '2028'],
  [' 2028 ', '2028'],
  ['juin 2028', '2028-06'],
  ['Juin 2028', '2028-06'],
  ['fév. 2026', '2026-02'],
  ['sept 2027', '2027-09'],
  ['rentrée 2027', '2027-09'],
  ['06/2028', '2028-06'],
  ['6/2028', '2028-06'],
  ['2028-06', '2028-06'],
  ['30/06/2028', '2028-06-30'],
  ['30 / 6 / 2028', '2028-06-30'],
  ['30.06.2028', '2028-06-30'],
  ['2028-06-30', '2028-06-30'],
  ['30 juin 2028', '2028-06-30'],
  ['le 1er juillet 2028', '2028-07-01'],
  ['1\u00A0août\u00A02028', '2028-08-01'],
  ['30 June 2028', '2028-06-30'],
  ['1st of July 2028', '2028-07-01'],
])('«%s» is read as %s', (typed, date) => {
  expect(readPartialDate(typed)).toBe(date)
})

it.each([
  '',
  '28',
  'juin',
  'ju 2028',
  '31/06/2028',
  '29/02/2027',
  '13/2028',
  '2028-2029',
  '80 %',
  '1789',
  '2028-06-',
])('«%s» is no date', (typed) => {
  expect(readPartialDate(typed)).toBeNull()
})

it('what is shown of a date is read as the same date, in both languages', () => {
  for (const date of ['2028', '2028-06', '2028-06-30', '2026-02-01', '2027-08', '2027-12-31', '2027-05']) {
    for (const locale of ['fr', 'en'] as const) {
      expect(readPartialDate(formatPartialDate(date, locale))).toBe(date)
    }
  }
  expect(formatPartialDate('2028-06', 'fr')).toBe('juin 2028')
  expect(formatPartialDate('2028-06-01', 'fr')).toBe('1er juin 2028')
  expect(formatPartialDate('9999-99', 'fr')).toBe('9999-99')
})

it('a date comes before another one only where nothing of the two is the same time', () => {
  expect(isBefore('2026', '2028-06')).toBe(true)
  expect(isBefore('2028-06', '2028')).toBe(false)
  expect(isBefore('2028', '2028-06')).toBe(false)
  expect(isBefore('2028-05-31', '2028-06')).toBe(true)
  expect(isBefore('2028-07', '2028-06-30')).toBe(false)
})

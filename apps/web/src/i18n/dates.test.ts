import { describe, expect, it } from 'vitest'

import { formatCalendarDay, formatDay, formatHour, formatMoment } from './dates.ts'

const context = { now: new Date('2026-03-12T15:00:00Z'), timeZone: 'Europe/Paris' }
const fr = (iso: string) => formatMoment(iso, 'fr', context)
const en = (iso: string) => formatMoment(iso, 'en', context)
/** No-break spaces shown as `_`, so that the tests can be read. */
const seen = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, '_')

describe('moments in French', () => {
  it.each([
    ['2026-03-12T14:59:40Z', 'à l’instant'],
    ['2026-03-12T15:00:30Z', 'à l’instant'],
    ['2026-03-12T14:55:00Z', 'il y a 5 minutes'],
    ['2026-03-12T08:30:00Z', 'aujourd’hui à 9_h_30'],
    ['2026-03-11T13:05:00Z', 'hier à 14_h_05'],
    ['2026-03-01T07:00:00Z', 'le 1er_mars à 8_h_00'],
    ['2026-02-10T07:00:00Z', 'le 10_février à 8_h_00'],
    ['2024-09-02T07:00:00Z', 'le 2_septembre 2024'],
  ])('%s reads «%s»', (iso, text) => {
    expect(seen(fr(iso))).toBe(text)
  })

  it('counts days on the reader’s calendar, not by 24 hours', () => {
    // 23:30 in Paris on the day before, 16 hours earlier.
    expect(seen(fr('2026-03-11T22:30:00Z'))).toBe('hier à 23_h_30')
    // 00:10 in Paris on the same day.
    expect(seen(fr('2026-03-11T23:10:00Z'))).toBe('aujourd’hui à 0_h_10')
  })

  it('takes a 23-hour day as one day', () => {
    const morning = { now: new Date('2026-03-30T05:00:00Z'), timeZone: 'Europe/Paris' }
    expect(seen(formatMoment('2026-03-28T23:30:00Z', 'fr', morning))).toBe('hier à 0_h_30')
  })
})

describe('moments in English', () => {
  it.each([
    ['2026-03-12T14:59:40Z', 'just now'],
    ['2026-03-12T14:55:00Z', '5 minutes ago'],
    ['2026-03-11T13:05:00Z', 'yesterday at 14:05'],
    ['2026-02-10T07:00:00Z', 'on 10_February at 08:00'],
    ['2024-09-02T07:00:00Z', 'on 2_September 2024'],
  ])('%s reads “%s”', (iso, text) => {
    expect(seen(en(iso))).toBe(text)
  })
})

it('a day keeps its number and its month together', () => {
  expect(formatDay('2026-03-01T12:00:00Z', 'fr', context)).toBe('1er\u00A0mars 2026')
})

it('a day of the calendar is that day wherever one reads', () => {
  expect(formatCalendarDay('2026-03-01', 'fr')).toBe('1er\u00A0mars 2026')
  expect(formatCalendarDay('2026-12-31', 'en')).toBe('31\u00A0December 2026')
  expect(formatCalendarDay('bientôt', 'fr')).toBe('')
})

it('what is not a date reads as nothing', () => {
  expect(fr('bientôt')).toBe('')
  expect(formatDay('bientôt', 'fr')).toBe('')
})

it('an hour is said as one reads it, and what is no date as nothing', () => {
  const paris = { timeZone: 'Europe/Paris' }
  expect(formatHour('2026-03-12T08:05:00.000Z', 'fr', paris)).toBe('9\u00A0h\u00A005')
  expect(formatHour('2026-03-12T08:05:00.000Z', 'en', paris)).toBe('09:05')
  expect(formatHour('hier', 'fr', paris)).toBe('')
})

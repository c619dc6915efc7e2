import type { Action, DatedValue, Indicator } from '@concerte/schema'

import { cleanText } from './clean-text.ts'
import type { WriteLocale, Words } from './words.ts'

/** A field that is filled in, as a reader sees it: «Cible», «80 % (juin 2028)». */
export type PrintedField = { name: string; value: string }

/** The filled fields of an action, in the order in which they are printed; its announced title only if asked for. */
export function actionFields(action: Action, words: Words, show: { announced: boolean }): PrintedField[] {
  return filled([
    [words.announcedTitle, show.announced ? action.announcedTitle : undefined],
    [words.lead, action.lead],
    [words.partners, action.partners],
    [words.schedule, action.schedule],
    [words.continues, action.continues],
  ])
}

/** The filled fields of an indicator, in the order in which they are printed. */
export function indicatorFields(indicator: Indicator, words: Words, locale: WriteLocale): PrintedField[] {
  return filled([
    [words.kind, indicator.kind && words.kinds[indicator.kind]],
    [words.unit, indicator.unit],
    [words.baseline, datedValue(indicator.baseline, locale)],
    [words.target, datedValue(indicator.target, locale)],
    [words.source, indicator.source],
    [words.frequency, indicator.frequency],
  ])
}

function datedValue(dated: DatedValue | undefined, locale: WriteLocale): string | undefined {
  if (dated?.date === undefined) return dated?.value
  const date = printedDate(dated.date, locale)
  return dated.value.trim() === '' ? date : `${dated.value} (${date})`
}

/** A date or a part of one in words: «30 juin 2028», «juin 2028», «2028»; as it stands when no calendar has it. */
function printedDate(date: string, locale: WriteLocale): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const time = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(time.getTime()) || time.getUTCMonth() + 1 !== Number(month)) return date
  const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  if (day === undefined) return monthAndYear.format(time)
  const number = locale === 'fr' && day === '01' ? '1er' : String(Number(day))
  return `${number} ${monthAndYear.format(time)}`
}

function filled(fields: [string, string | undefined][]): PrintedField[] {
  return fields
    .map(([name, value]) => ({ name, value: cleanText(value ?? '').trim() }))
    .filter((field) => field.value !== '')
}

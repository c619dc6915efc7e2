import type { Locale } from '../../../i18n/locale.ts'
import { plainWords } from '../../find/plain-words.ts'

/**
 * Reads a date, or a part of one, as people write it: «2028», «juin 2028», «1er juin 2028», «06/2028», «30/06/2028»,
 * «2028-06-30», «rentrée 2028»; in English “30 June 2028”. Gives `2028`, `2028-06` or `2028-06-30`; null for what is no date.
 */
export function readPartialDate(typed: string): string | null {
  const words = plain(typed)
  const found = readDigits(words) ?? readWords(words)
  if (found === null || found.year < 1900 || found.year > 2200) return null
  const { year, month, day } = found
  if (month === undefined) return `${year}`
  if (month < 1 || month > 12) return null
  if (day === undefined) return `${year}-${twoDigits(month)}`
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`
}

/** «2028», «juin 2028», «30 juin 2028»: what {@link readPartialDate} reads again. Anything else is given back as it is. */
export function formatPartialDate(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-').map(Number)
  if (year === undefined || Number.isNaN(year) || month === undefined || readPartialDate(date) === null)
    return date
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day !== undefined && { day: 'numeric' as const }),
  })
  const text = format.format(new Date(Date.UTC(year, month - 1, day ?? 1)))
  return locale === 'fr' ? text.replace(/^1 /, '1er ') : text
}

/** Whether a date is over before another begins: of «2026» and «juin 2026» neither is. */
export function isBefore(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length)
  return date.slice(0, length) < other.slice(0, length)
}

type Parts = { year: number; month?: number; day?: number }

function readDigits(words: string): Parts | null {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(words)
  if (iso !== null) return parts(iso[1], iso[2], iso[3])
  const french = /^(?:(\d{1,2})[/. -])?(\d{1,2})[/. -](\d{4})$/.exec(words)
  return french === null ? null : parts(french[3], french[2], french[1])
}

function readWords(words: string): Parts | null {
  const found = /^(?:le )?(?:(\d{1,2})(?:er|st|nd|rd|th)? )?(?:of )?(\p{L}+)\.? (?:de )?(\d{4})$/u.exec(words)
  const [, day, name = '', year] = found ?? []
  const month = monthOf(name)
  return month === null ? null : parts(year, String(month), day)
}

/** The month that a word begins alone: «janv», «sept», “aug”; September is also that of the return to school. */
function monthOf(name: string): number | null {
  if (name === 'rentree') return 9
  if (name.length < 3) return null
  for (const names of monthNames) {
    const matching = names.flatMap((month, index) => (month.startsWith(name) ? [index + 1] : []))
    if (matching.length === 1) return matching[0] ?? null
  }
  return null
}

const monthNames = [
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' '),
  'january february march april may june july august september october november december'.split(' '),
]

function parts(year?: string, month?: string, day?: string): Parts {
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  }
}

function plain(typed: string): string {
  return plainWords(typed)
    .replaceAll(/\s*([/-])\s*/g, '$1')
    .replaceAll(/[\s,]+/g, ' ')
    .trim()
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

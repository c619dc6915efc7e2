import type { Locale } from './locale.ts'

export type DateContext = {
  /** Default: now. */
  now?: Date
  /** IANA name; default: the reader's. */
  timeZone?: string
}

/**
 * When something happened, as one says it: «à l’instant», «il y a 5 minutes», «aujourd’hui à 9 h 30», «hier à 14 h 05»,
 * «le 3 mars à 8 h 00», «le 3 mars 2024». `iso` is ISO 8601; what is not a date reads as an empty string.
 */
export function formatMoment(iso: string, locale: Locale, context: DateContext = {}): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const now = context.now ?? new Date()
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000)
  // Clocks differ a little: a minute ahead is still now.
  if (minutes < 1 && minutes >= -1) return locale === 'fr' ? 'à l’instant' : 'just now'
  if (minutes >= 1 && minutes < 60) {
    return new Intl.RelativeTimeFormat(locale).format(-minutes, 'minute')
  }
  const time = formatTime(date, locale, context.timeZone)
  const days = dayNumber(now, context.timeZone) - dayNumber(date, context.timeZone)
  if (days === 0 || days === 1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day')
    return locale === 'fr' ? `${day} à ${time}` : `${day} at ${time}`
  }
  const sameYear = part(now, 'year', context.timeZone) === part(date, 'year', context.timeZone)
  const day = formatDay(iso, locale, { ...context, withYear: !sameYear })
  const said = locale === 'fr' ? `le ${day}` : `on ${day}`
  if (!sameYear) return said
  return locale === 'fr' ? `${said} à ${time}` : `${said} at ${time}`
}

/** A day: «3 mars 2024», «1er mars 2024»; in English “3 March 2024”. */
export function formatDay(
  iso: string,
  locale: Locale,
  options: DateContext & { withYear?: boolean } = {},
): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return ''
  const format = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    ...(options.withYear === false ? {} : { year: 'numeric' as const }),
    ...zone(options.timeZone),
  })
  const text = format.format(date)
  const first = locale === 'fr' ? text.replace(/^1 /, '1er ') : text
  return first.replace(' ', '\u00A0')
}

/** {@link formatDay} for a day of the calendar, `2028-06-30`, which is the same wherever one reads. */
export function formatCalendarDay(day: string, locale: Locale): string {
  return formatDay(`${day}T12:00Z`, locale, { timeZone: 'UTC' })
}

/** The hour of a moment where the reader is: «9 h 05»; in English “09:05”. */
export function formatHour(iso: string, locale: Locale, { timeZone }: DateContext = {}): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? '' : formatTime(date, locale, timeZone)
}

function formatTime(date: Date, locale: Locale, timeZone?: string): string {
  const minute = part(date, 'minute', timeZone).padStart(2, '0')
  const hour = part(date, 'hour', timeZone)
  return locale === 'fr' ? `${Number(hour)}\u00A0h\u00A0${minute}` : `${hour.padStart(2, '0')}:${minute}`
}

function part(date: Date, type: 'year' | 'hour' | 'minute', timeZone?: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    ...zone(timeZone),
  })
  return format.formatToParts(date).find((item) => item.type === type)?.value ?? ''
}

/** Days since 1970 on the calendar of the zone: two moments of one day have one number, whatever the clock change. */
function dayNumber(date: Date, timeZone?: string): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...zone(timeZone),
  })
  return Math.round(Date.parse(`${format.format(date)}T00:00:00Z`) / 86_400_000)
}

function zone(timeZone: string | undefined): { timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone }
}

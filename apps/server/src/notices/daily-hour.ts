/** The hour of the day at which the daily e-mails go out, in a time zone by its IANA name. */
export type DailyHour = { hour: number; timeZone: string }

const day = 24 * 3600 * 1000

/**
 * When that hour last began, in milliseconds: what was written before it is due. On the two days of a year when clocks are
 * changed it may be off by the hour of the change.
 */
export function lastDailyHour(nowMs: number, { hour, timeZone }: DailyHour): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const part = (type: 'hour' | 'minute' | 'second') =>
    Number(parts.find((item) => item.type === type)?.value ?? 0)
  const parts = format.formatToParts(nowMs)
  const sinceMidnight = ((part('hour') * 60 + part('minute')) * 60 + part('second')) * 1000 + (nowMs % 1000)
  const since = sinceMidnight - hour * 3600 * 1000
  return nowMs - (since < 0 ? since + day : since)
}

import type { Version } from '@concerte/api'

/** A version that stands for itself, or automatic ones that followed each other on one day, folded together. Newest first. */
export type TimelineItem = { type: 'version'; version: Version } | { type: 'folded'; versions: Version[] }
/** `day`: a calendar day where the reader is, as `2026-03-12`. */
export type TimelineDay = { day: string; items: TimelineItem[] }

/** `versions`: newest first. `dayOf` gives the day of a moment. */
export function timelineOf(
  versions: readonly Version[],
  dayOf: (iso: string) => string = localDay,
): TimelineDay[] {
  const days: TimelineDay[] = []
  for (const version of versions) {
    const day = dayOf(version.createdAt)
    const last = days.at(-1)
    if (last?.day === day) last.items = withVersion(last.items, version)
    else days.push({ day, items: withVersion([], version) })
  }
  return days
}

function withVersion(items: readonly TimelineItem[], version: Version): TimelineItem[] {
  const last = items.at(-1)
  if (!isFoldable(version) || last === undefined) return [...items, { type: 'version', version }]
  if (last.type === 'folded') {
    return [...items.slice(0, -1), { type: 'folded', versions: [...last.versions, version] }]
  }
  if (!isFoldable(last.version)) return [...items, { type: 'version', version }]
  return [...items.slice(0, -1), { type: 'folded', versions: [last.version, version] }]
}

function isFoldable({ kind, name }: Version): boolean {
  return name === '' && (kind === 'auto' || kind === 'daily')
}

/** The day of a moment where the reader is. */
export function localDay(iso: string): string {
  const date = new Date(iso)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-')
}

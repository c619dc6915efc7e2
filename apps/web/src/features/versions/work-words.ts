import type { Version } from '@concerte/api'

import type { versionsMessages } from './messages.ts'

type Words = (typeof versionsMessages)['fr']
type PersonWork = NonNullable<Version['work']>[number]

/** Places told of one person; the others are counted. */
const most = 6

/** «axe 1, action 3, couverture»: where a person worked, axes and actions in their order. */
export function workWords({ places }: PersonWork, t: Words): string {
  const axes = numbered(places, 'axis').map((number) => t.work.axis(number))
  const actions = numbered(places, 'action').map((number) => t.work.action(number))
  const isGone = places.some(
    ({ type, number }) => type === 'other' || ((type === 'axis' || type === 'action') && number === null),
  )
  const words = [
    ...(places.some(({ type }) => type === 'cover') ? [t.work.cover] : []),
    ...axes,
    ...actions,
    ...(places.some(({ type }) => type === 'section') ? [t.work.section] : []),
    ...(isGone ? [t.work.gone] : []),
  ]
  if (words.length <= most + 1) return words.join(', ')
  return [...words.slice(0, most), t.work.more(words.length - most)].join(', ')
}

export function workerName({ userId, name }: PersonWork, t: Words): string {
  return name ?? (userId === null ? t.work.server : t.work.someone)
}

function numbered(places: PersonWork['places'], wanted: 'axis' | 'action'): number[] {
  return places
    .flatMap(({ type, number }) => (type === wanted && number !== null ? [number] : []))
    .toSorted((a, b) => a - b)
}

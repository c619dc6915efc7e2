import type { Version } from '@concerte/api'

import type { versionsMessages } from './messages.ts'

type Words = (typeof versionsMessages)['fr']
type PersonWork = NonNullable<Version['work']>[number]

/** Places told of one person; the others are counted. */
const most = 5

/** «couverture ; axe 1, actions 3 et 5 ; axe 2»: where a person worked, in the order of the plan. */
export function workWords({ places }: PersonWork, t: Words): string {
  const has = (wanted: string) => places.some(({ type }) => type === wanted)
  const axes = new Map<number, number[]>()
  for (const { type, number, axis } of places) {
    if (number === null) continue
    if (type === 'axis') axes.set(number, axes.get(number) ?? [])
    if (type === 'action' && axis !== null) axes.set(axis, [...(axes.get(axis) ?? []), number])
  }
  const inOrder = [...axes].toSorted(([a], [b]) => a - b)
  const isGone = places.some(
    ({ type, number }) => type === 'other' || ((type === 'axis' || type === 'action') && number === null),
  )
  const words = [
    ...(has('cover') ? [t.work.cover] : []),
    ...inOrder.map(([axis, actions]) =>
      t.work.axis(
        axis,
        actions.toSorted((a, b) => a - b),
      ),
    ),
    ...(has('section') ? [t.work.section] : []),
    ...(isGone ? [t.work.gone] : []),
  ]
  if (words.length <= most + 1) return words.join(t.work.between)
  return [...words.slice(0, most), t.work.more(words.length - most)].join(t.work.between)
}

export function workerName({ userId, name }: PersonWork, t: Words): string {
  return name ?? (userId === null ? t.work.server : t.work.someone)
}

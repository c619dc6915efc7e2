import { versionIdSchema, type Version, type VersionKind } from '@concerte/api'
import { expect, test } from 'vitest'

import { timelineOf } from './timeline.ts'

function version(number: number, createdAt: string, kind: VersionKind = 'auto', name = ''): Version {
  return {
    id: versionIdSchema.parse(`v${number}`),
    number,
    kind,
    name,
    createdBy: null,
    createdAt,
    sha256: '',
    previousSha256: null,
    isKept: true,
    work: null,
  }
}

test('days come newest first; automatic versions between those that stand out are folded together', () => {
  const days = timelineOf(
    [
      version(8, '2026-03-13T09:00'),
      version(7, '2026-03-12T18:00'),
      version(6, '2026-03-12T17:00', 'daily'),
      version(5, '2026-03-12T16:00', 'milestone', 'Jalon'),
      version(4, '2026-03-12T15:00'),
      version(3, '2026-03-12T14:00', 'before-restore'),
      version(2, '2026-03-12T13:00'),
      version(1, '2026-03-12T12:00', 'auto', 'Nommée ensuite'),
    ],
    (iso) => iso.slice(0, 10),
  )
  const told = days.map(({ day, items }) => [
    day,
    items.map((item) =>
      item.type === 'folded' ? item.versions.map(({ number }) => number) : item.version.number,
    ),
  ])
  expect(told).toEqual([
    ['2026-03-13', [8]],
    ['2026-03-12', [[7, 6], 5, 4, 3, 2, 1]],
  ])
})

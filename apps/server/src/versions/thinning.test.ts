import { projectIdSchema, type VersionKind } from '@concerte/api'
import { expect, test } from 'vitest'

import type { VersionRecord } from '../storage/version-port.ts'
import { versionsToLetGo } from './thinning.ts'

const now = Date.parse('2026-06-30T12:00:00.000Z')

function version(
  number: number,
  createdAt: string,
  kind: VersionKind = 'auto',
  isKept = true,
): VersionRecord {
  return {
    id: `v${number}`,
    projectId: projectIdSchema.parse('plan'),
    number,
    kind,
    name: '',
    createdBy: null,
    createdAt,
    sha256: '',
    previousSha256: null,
    isKept,
    work: null,
  }
}

test('as time passes the last version of each hour stays, then the last of each day; two days stay whole', () => {
  const versions = [
    version(10, '2026-06-30T11:50:00.000Z'),
    version(9, '2026-06-30T11:40:00.000Z'),
    version(8, '2026-06-20T10:50:00.000Z'),
    version(7, '2026-06-20T10:20:00.000Z'),
    version(6, '2026-06-20T09:20:00.000Z', 'before-restore'),
    version(5, '2026-03-01T18:00:00.000Z', 'daily'),
    version(4, '2026-03-01T09:00:00.000Z'),
    version(3, '2026-02-28T09:00:00.000Z'),
    version(2, '2026-01-01T09:30:00.000Z'),
    version(1, '2026-01-01T09:00:00.000Z'),
  ]
  expect(versionsToLetGo(versions, now)).toEqual(['v7', 'v4'])
})

test('what somebody named, the first and the newest are never let go of, nor counted for their hour', () => {
  const versions = [
    version(6, '2026-01-01T09:50:00.000Z'),
    version(5, '2026-01-01T09:40:00.000Z', 'final'),
    version(4, '2026-01-01T09:30:00.000Z', 'milestone'),
    version(3, '2026-01-01T09:20:00.000Z', 'named'),
    version(2, '2026-01-01T09:10:00.000Z', 'auto', false),
    version(1, '2026-01-01T09:00:00.000Z'),
  ]
  expect(versionsToLetGo(versions, now)).toEqual([])
})

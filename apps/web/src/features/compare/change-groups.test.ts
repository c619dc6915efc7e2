import type { NodeChange } from '@concerte/schema'
import { expect, test } from 'vitest'

import { changedPlaces, filterChanges, groupChanges } from './change-groups.ts'

const axis = { type: 'axis', label: 'Axe', number: 1, title: 'Réussir' } as const
const other = { type: 'axis', label: 'Axe', number: 2, title: 'Grandir' } as const
const action = { type: 'action', label: 'Action', number: 1, title: 'Lire' } as const
const entry = { type: 'measure', position: 1 } as const

const changes = [
  setupChange({
    node: 'cover',
    part: 'cover',
    kind: 'cover',
    axis: null,
    action: null,
    path: [{ type: 'cover' }],
  }),
  setupChange({ node: 'a', kind: 'axis', axis: 'a', action: null, path: [axis] }),
  setupChange({ node: 'm1', axis: 'a', action: 'x', path: [axis, action, entry], type: 'added' }),
  setupChange({ node: 'm2', axis: 'a', action: 'x', path: [axis, action, entry] }),
  // Another action of the same name and number: one that was withdrawn, beside the one in its place.
  setupChange({ node: 'm3', axis: 'a', action: 'y', path: [axis, action, entry], type: 'withdrawn' }),
  setupChange({ node: 'm4', axis: 'b', action: 'z', path: [other, action, entry] }),
]

test('changes stand together by axis, and in it by action', () => {
  const groups = groupChanges(changes)
  expect(groups.map(({ key, path }) => [key, path])).toEqual([
    ['cover', []],
    ['axis a', [axis]],
    ['axis b', [other]],
  ])
  const runs = groups[1]!.runs.map((run) => [run.path, run.changes.map(({ node }) => node)])
  expect(runs).toEqual([
    [null, ['a']],
    [
      [axis, action],
      ['m1', 'm2'],
    ],
    [[axis, action], ['m3']],
  ])
})

test('they are found by place and by kind', () => {
  const found = (place: string, what: Parameters<typeof filterChanges>[1]['what']) =>
    filterChanges(changes, { place, what }).map(({ node }) => node)
  expect(found('all', 'all')).toHaveLength(changes.length)
  expect(found('axis b', 'all')).toEqual(['m4'])
  expect(found('all', 'added')).toEqual(['m1'])
  expect(found('axis a', 'withdrawn')).toEqual(['m3'])
  expect(found('all', 'words')).toEqual(['cover', 'a', 'm2', 'm4'])
  expect(found('all', 'values')).toEqual([])
  expect(found('all', 'moved')).toEqual([])
  expect(changedPlaces(changes).map(({ key }) => key)).toEqual(['cover', 'axis a', 'axis b'])
})

/** A measure of which the words changed, but for what a test says of it. */
function setupChange(change: Partial<NodeChange>): NodeChange {
  return {
    type: 'kept',
    node: 'measure-1',
    kind: 'measure',
    part: 'axes',
    axis: 'axis-1',
    action: 'action-1',
    path: [{ type: 'measure', position: 1 }],
    heading: 'Mesures',
    move: null,
    texts: [{ field: 'text', before: [], after: [] }],
    values: [],
    ...change,
  }
}

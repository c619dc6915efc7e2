import { amendmentIdSchema, userIdSchema, type Amendment, type Fate } from '@concerte/api'
import { addNode, readOutline, type NodeId } from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it } from 'vitest'

import { createPlanStore } from '../../plan/store/plan-store.ts'
import {
  boardRows,
  countStates,
  filterOfSearch,
  searchOfFilter,
  shownRows,
  wholeBoard,
  type BoardFilter,
} from './board-view.ts'

function setupBoard() {
  const { plan, project } = createSmallPlan()
  const first = project.axes[0]!.id
  const second = addNode(plan, { type: 'axis' })
  const action = readOutline(plan).children(first)[0]!.id
  const { structure } = createPlanStore(plan)
  const paul = { userId: userIdSchema.parse('u2'), name: 'Paul' }
  const accepted: Fate = { type: 'accepted', withChanges: true, node: first, reason: '' }
  const amendments = [
    amend(1, second, { author: paul, supporters: [paul] }),
    amend(2, action, { fate: accepted, groups: ['Numérique'] }),
    amend(3, first, { fate: { type: 'refused', reason: 'Non' } }),
  ]
  const rows = boardRows(amendments, structure(), {
    placeOf: (proposal) => proposal.type,
    kindOf: () => 'Retrait',
    nameOf: ({ name }) => name ?? '',
  })
  const numbers = (filter: Partial<BoardFilter>) =>
    shownRows(rows, { ...wholeBoard, ...filter }).map(({ amendment }) => amendment.number)
  return { rows, numbers, first, second, action }
}

it('is filtered by axis, action, fate, author and group, and searched without accents', () => {
  const { numbers, first, second, action } = setupBoard()
  expect(numbers({})).toEqual([1, 2, 3])
  expect(numbers({ axis: first })).toEqual([2, 3])
  expect(numbers({ axis: second })).toEqual([1])
  expect(numbers({ action })).toEqual([2])
  expect(numbers({ fate: 'acceptedWithChanges' })).toEqual([2])
  expect(numbers({ fate: 'accepted' })).toEqual([])
  expect(numbers({ author: 'u2' })).toEqual([1])
  expect(numbers({ group: 'Numérique' })).toEqual([2])
  expect(numbers({ search: 'reussite 3' })).toEqual([3])
  expect(numbers({ search: 'elise' })).toEqual([2, 3])
})

it('is sorted by each column, by number where they are alike', () => {
  const { numbers } = setupBoard()
  expect(numbers({ sort: 'place' })).toEqual([3, 2, 1])
  expect(numbers({ sort: 'place', isDescending: true })).toEqual([1, 2, 3])
  expect(numbers({ sort: 'author' })).toEqual([2, 3, 1])
  expect(numbers({ sort: 'support', isDescending: true })).toEqual([1, 2, 3])
  expect(numbers({ sort: 'fate' })).toEqual([1, 2, 3])
  expect(numbers({ sort: 'number', isDescending: true })).toEqual([3, 2, 1])
})

it('counts what became of them, without those that there are none of', () => {
  const { rows } = setupBoard()
  expect(countStates(rows.map(({ amendment }) => amendment))).toEqual([
    ['open', 1],
    ['acceptedWithChanges', 1],
    ['refused', 1],
  ])
})

it('keeps its filters in the address, and leaves out what it does not know', () => {
  const filter: BoardFilter = {
    ...wholeBoard,
    axis: 'x1',
    search: 'école & co',
    sort: 'support',
    isDescending: true,
  }
  expect(filterOfSearch(searchOfFilter(filter))).toEqual(filter)
  expect(searchOfFilter(wholeBoard)).toBe('')
  expect(filterOfSearch('sort=colour&page=3')).toEqual(wholeBoard)
})

function amend(number: number, node: NodeId, more: Partial<Amendment> = {}): Amendment {
  return {
    id: amendmentIdSchema.parse(`a${number}`),
    number,
    author: { userId: userIdSchema.parse('u1'), name: 'Élise' },
    cosigners: [],
    supporters: [],
    groups: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-01T00:00:00.000Z',
    revision: 1,
    proposal: { type: 'withdraw', node, seen: `Réussite ${number}` },
    reason: '',
    fate: { type: 'open' },
    fates: [],
    ...more,
  }
}

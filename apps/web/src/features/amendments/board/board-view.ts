import type { Amendment, Fate } from '@concerte/api'
import { amendmentNode, type NodeId } from '@concerte/schema'

import type { PlanStructure } from '../../plan/store/structure.ts'
import { actionOfNode, axisOfNode } from '../../review/node-above.ts'
import { plainWords } from '../../find/plain-words.ts'
import { proposedWords } from '../start-proposal.ts'

/** What became of an amendment, told as the counts tell it. */
export type BoardState = Exclude<Fate['type'], 'accepted'> | 'accepted' | 'acceptedWithChanges'
export const boardStates = [
  'open',
  'accepted',
  'acceptedWithChanges',
  'merged',
  'refused',
  'referred',
  'obsolete',
  'withdrawn',
] as const satisfies readonly BoardState[]

export const boardColumns = ['number', 'place', 'kind', 'author', 'group', 'support', 'fate'] as const
export type BoardColumn = (typeof boardColumns)[number]

/** An amendment as the table shows it. `order`: of its place in the plan; `words`: what a search looks in, made plain. */
export type BoardRow = {
  amendment: Amendment
  state: BoardState
  axis: NodeId | null
  action: NodeId | null
  order: number
  place: string
  kind: string
  author: string
  groups: readonly string[]
  words: string
}

/** What is shown and in what order; empty: all. */
export type BoardFilter = Record<
  'axis' | 'action' | 'fate' | 'author' | 'group' | 'kind' | 'search',
  string
> & {
  sort: BoardColumn
  isDescending: boolean
}

export const wholeBoard: BoardFilter = {
  axis: '',
  action: '',
  fate: '',
  author: '',
  group: '',
  kind: '',
  search: '',
  sort: 'number',
  isDescending: false,
}

type Words = {
  placeOf: (proposal: Amendment['proposal']) => string
  kindOf: (proposal: Amendment['proposal']) => string
  nameOf: (actor: Amendment['author']) => string
}

export function boardRows(
  amendments: readonly Amendment[],
  structure: PlanStructure,
  { placeOf, kindOf, nameOf }: Words,
): BoardRow[] {
  const order = planOrder(structure)
  return amendments.map((amendment) => {
    const { proposal, author, cosigners, groups, reason, number, fate } = amendment
    const node = amendmentNode(proposal)
    const [place, kind, name] = [placeOf(proposal), kindOf(proposal), nameOf(author)]
    const people = [name, ...cosigners.map(nameOf)]
    return {
      amendment,
      state: stateOf(fate),
      axis: axisOfNode(structure, node),
      action: actionOfNode(structure, node),
      order: order.get(node) ?? (node === 'cover' ? -1 : Number.MAX_SAFE_INTEGER),
      place,
      kind,
      author: name,
      groups,
      words: plainWords(
        [number, place, kind, ...people, ...groups, reason, proposedWords(proposal)].join(' '),
      ),
    }
  })
}

export function stateOf(fate: Fate): BoardState {
  return fate.type === 'accepted' && fate.withChanges ? 'acceptedWithChanges' : fate.type
}

/** How many there are of each state, those that there are none of left out. */
export function countStates(amendments: readonly Pick<Amendment, 'fate'>[]): [BoardState, number][] {
  const counts = new Map<BoardState, number>()
  for (const { fate } of amendments) {
    const state = stateOf(fate)
    counts.set(state, (counts.get(state) ?? 0) + 1)
  }
  return boardStates.flatMap((state) => {
    const count = counts.get(state)
    return count === undefined ? [] : [[state, count] satisfies [BoardState, number]]
  })
}

export function shownRows(rows: readonly BoardRow[], filter: BoardFilter): BoardRow[] {
  const words = plainWords(filter.search).split(/\s+/).filter(Boolean)
  const found = rows.filter(
    (row) =>
      isChosen(filter.axis, row.axis) &&
      isChosen(filter.action, row.action) &&
      isChosen(filter.fate, row.state) &&
      isChosen(filter.author, row.amendment.author.userId) &&
      isChosen(filter.kind, row.kind) &&
      (filter.group === '' || row.groups.includes(filter.group)) &&
      words.every((word) => row.words.includes(word)),
  )
  const compare = comparisons[filter.sort]
  const sign = filter.isDescending ? -1 : 1
  // Where they are alike, in the order in which they came, whichever way the column goes.
  return found.toSorted((a, b) => sign * compare(a, b) || a.amendment.number - b.amendment.number)
}

/** The filter that an address names; what it does not know of is left out. */
export function filterOfSearch(search: string): BoardFilter {
  const given = new URLSearchParams(search)
  const filter = { ...wholeBoard }
  for (const key of choiceKeys) filter[key] = given.get(key) ?? ''
  const sort = given.get('sort')?.replace(/^-/, '')
  filter.sort = boardColumns.find((column) => column === sort) ?? wholeBoard.sort
  filter.isDescending = given.get('sort')?.startsWith('-') ?? false
  return filter
}

/** The query of the address that {@link filterOfSearch} reads again; empty for the whole board. */
export function searchOfFilter(filter: BoardFilter): string {
  const query = new URLSearchParams()
  for (const key of choiceKeys) if (filter[key] !== '') query.set(key, filter[key])
  if (filter.sort !== wholeBoard.sort || filter.isDescending) {
    query.set('sort', `${filter.isDescending ? '-' : ''}${filter.sort}`)
  }
  return query.toString()
}

const choiceKeys = ['axis', 'action', 'fate', 'author', 'group', 'kind', 'search'] as const

const comparisons: Record<BoardColumn, (a: BoardRow, b: BoardRow) => number> = {
  number: (a, b) => a.amendment.number - b.amendment.number,
  place: (a, b) => a.order - b.order,
  kind: (a, b) => inFrench.compare(a.kind, b.kind),
  author: (a, b) => inFrench.compare(a.author, b.author),
  group: (a, b) => inFrench.compare(a.groups.join(), b.groups.join()),
  support: (a, b) => a.amendment.supporters.length - b.amendment.supporters.length,
  fate: (a, b) => boardStates.indexOf(a.state) - boardStates.indexOf(b.state),
}
const inFrench = new Intl.Collator('fr')

function isChosen(wanted: string, value: string | null): boolean {
  return wanted === '' || wanted === value
}

/** Where each node comes in the plan, read from its beginning. */
function planOrder({ outline, template }: PlanStructure): Map<string, number> {
  const order = new Map<string, number>()
  const visit = (parent: string, level: 'axis' | 'action' | null): void => {
    if (level !== null) {
      for (const slot of template[level]) {
        if (slot.type === 'rubric')
          for (const { id } of outline.children(parent, slot.id)) order.set(id, order.size)
      }
    }
    for (const { id, type } of outline.children(parent)) {
      order.set(id, order.size)
      visit(id, type === 'axis' || type === 'action' ? type : null)
    }
  }
  for (const root of ['front', 'axes', 'back']) {
    if (root === 'axes') order.set('axes', order.size)
    visit(root, null)
  }
  return order
}

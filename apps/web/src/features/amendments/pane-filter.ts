import type { Amendment, UserId } from '@concerte/api'
import { amendmentNode } from '@concerte/schema'

import type { PlanStructure } from '../plan/store/structure.ts'
import { axisOfNode } from '../review/node-above.ts'
import { plainWords } from '../find/plain-words.ts'
import { isBy } from './people.ts'
import { proposedWords } from './start-proposal.ts'

export type PaneFilter = {
  state: 'open' | 'decided' | 'all'
  whose: 'all' | 'mine' | 'toDecide'
  /** Id of an axis; empty: all. */
  axis: string
  search: string
}

export const noFilter: PaneFilter = { state: 'open', whose: 'all', axis: '', search: '' }

/** The amendments that a filter lets through. */
export function filterAmendments(
  all: readonly Amendment[],
  filter: PaneFilter,
  options: {
    structure: PlanStructure
    me: UserId | undefined
    mayDecide: (amendment: Amendment) => boolean
  },
): Amendment[] {
  const { structure, me, mayDecide } = options
  const words = plainWords(filter.search).split(/\s+/).filter(Boolean)
  return all.filter((amendment) => {
    const { fate, proposal, reason, number, author } = amendment
    if (filter.state !== 'all' && (fate.type === 'open') !== (filter.state === 'open')) return false
    if (filter.axis !== '' && axisOfNode(structure, amendmentNode(proposal)) !== filter.axis) return false
    if (filter.whose === 'mine' && !isBy(amendment, me)) return false
    if (filter.whose === 'toDecide' && (fate.type !== 'open' || !mayDecide(amendment))) return false
    if (words.length === 0) return true
    const text = plainWords([number, author.name ?? '', reason, proposedWords(proposal)].join(' '))
    return words.every((word) => text.includes(word))
  })
}

/** Whether an amendment is about a node: of those on a passage, what is to be added beside it is not one. */
export function isOnNode({ proposal }: Amendment, node: string): boolean {
  return amendmentNode(proposal) === node
}

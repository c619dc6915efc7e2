import { createNodeId, type Dismissal, type Finding } from '@concerte/schema'
import { expect, it } from 'vitest'

import { mendsOf, toChecksView } from './checks-view.ts'

const [measure, other, cover] = [createNodeId(), createNodeId(), 'cover' as const]
const axisOf = new Map<string, string>([
  [measure, 'axis-1'],
  [other, 'axis-2'],
])

function finding(of: Partial<Finding> & Pick<Finding, 'check' | 'severity'>, node = measure): Finding {
  return { key: `${of.check}/${node}`, place: { node, field: 'text' }, ...of }
}

const mend: Finding['mend'] = { type: 'replace', edits: [] }
const findings: Finding[] = [
  finding({ check: 'spaces', severity: 'typography', mend }),
  finding({ check: 'spaces', severity: 'typography', mend }, other),
  finding({ check: 'missing-target', severity: 'lack' }),
  { ...finding({ check: 'long-text', severity: 'likely' }), place: { node: cover, field: 'title' } },
]
const dismissed = (check: string, key?: string): Dismissal => ({
  check,
  ...(key !== undefined && { key }),
  reason: 'Voulu',
  by: null,
  at: null,
})

it('findings are counted by check, in the order of the checks, and only those of an unfolded check are given', () => {
  const view = toChecksView(findings, [], axisOf, { axes: null, unfolded: { spaces: 1 } })
  expect(view.total).toBe(4)
  expect(
    view.groups.map(({ check, count, mendable, findings: shown }) => [check, count, mendable, shown.length]),
  ).toEqual([
    ['missing-target', 1, 0, 0],
    ['long-text', 1, 0, 0],
    ['spaces', 2, 2, 1],
  ])
})

it('of some axes only their findings are shown, also those whose other place is there, and the total stays that of the plan', () => {
  const shared = finding({
    check: 'same-indicator',
    severity: 'likely',
    related: [{ node: other, field: 'text' }],
  })
  const view = toChecksView([...findings, shared], [], axisOf, { axes: ['axis-2'], unfolded: {} })
  expect(view.total).toBe(5)
  expect(view.groups.map(({ check, count }) => [check, count])).toEqual([
    ['same-indicator', 1],
    ['spaces', 1],
  ])
})

it('what was dismissed is told apart: one finding with its words, a whole check with how many it keeps quiet', () => {
  const dismissals = [dismissed('missing-target', `missing-target/${measure}`), dismissed('spaces')]
  const view = toChecksView(findings, dismissals, axisOf, { axes: null, unfolded: {} })
  expect(view.total).toBe(1)
  expect(
    view.dismissed.map(({ dismissal, finding: one, count }) => [dismissal.check, one?.check, count]),
  ).toEqual([
    ['spaces', undefined, 2],
    ['missing-target', 'missing-target', 1],
  ])
  expect(mendsOf(findings, dismissals, axisOf, { check: 'spaces', axes: null })).toEqual([])
})

it('what mends a check at once is all of it, folded or not, within the axes that are shown', () => {
  expect(mendsOf(findings, [], axisOf, { check: 'spaces', axes: null })).toHaveLength(2)
  expect(mendsOf(findings, [], axisOf, { check: 'spaces', axes: ['axis-2'] })).toHaveLength(1)
})

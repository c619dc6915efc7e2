import { expect, test } from 'vitest'
import { z } from 'zod'
import * as Y from 'yjs'

import type { Finding } from '../checks/finding.ts'
import { emptyProject } from '../empty-project.ts'
import { nodeIdSchema } from '../ids.ts'
import { applyProject } from '../outline/apply-project.ts'
import { openPlan } from '../outline/plan-doc.ts'
import { readProject } from '../outline/read-project.ts'
import { toRights, type Rights } from '../rights/rights.ts'
import { mayDismiss } from '../rights/may-write.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { applyDismissals } from './apply-dismissals.ts'
import { dismissFinding, readDismissals, reopenFinding } from './plan-dismissals.ts'

const here = {
  check: 'spaces',
  key: 'spaces/axis-1/title',
  reason: 'un titre composé',
  by: 'nadia',
  at: null,
}
const everywhere = { check: 'missing-source', reason: 'tout vient de la DEPP', by: 'karim', at: null }

test('[D1] two people who dismiss two findings at once both keep theirs, and of one finding one reason stays', () => {
  const [first, second] = [setupDoc(), setupDoc()]
  dismissFinding(first, here)
  dismissFinding(first, { ...everywhere, reason: 'une raison' })
  dismissFinding(second, everywhere)
  Y.applyUpdate(first.doc, Y.encodeStateAsUpdate(second.doc))
  Y.applyUpdate(second.doc, Y.encodeStateAsUpdate(first.doc))
  expect(readProject(first.doc)).toEqual(readProject(second.doc))
  expect(readDismissals(first).map(({ check }) => check)).toEqual(['missing-source', 'spaces'])
})

test('a dismissal stands in the plan until it is taken back, and a plan without any has no such list', () => {
  const plan = setupDoc()
  expect(readProject(plan.doc)).not.toHaveProperty('dismissals')
  dismissFinding(plan, here)
  dismissFinding(plan, { ...here, reason: 'un autre mot' })
  expect(readProject(plan.doc).dismissals).toEqual([{ ...here, reason: 'un autre mot' }])
  reopenFinding(plan, here)
  reopenFinding(plan, everywhere)
  expect(readProject(plan.doc)).not.toHaveProperty('dismissals')
})

test('a dismissal with the key of another check is refused, and nothing is written', () => {
  const plan = setupDoc()
  expect(() => dismissFinding(plan, { ...here, check: 'quotes' })).toThrow(z.ZodError)
  expect(readDismissals(plan)).toEqual([])
})

test('findings are open, or dismissed at their place, or with their check everywhere', () => {
  const findings = [
    finding('spaces', 'spaces/axis-1/title'),
    finding('spaces', 'spaces/axis-2/title'),
    finding('missing-source', 'missing-source/entry-1'),
  ]
  const [atPlace, other, ofCheck] = findings
  expect(applyDismissals(findings, [here, everywhere])).toEqual({
    open: [other],
    dismissed: [
      { finding: atPlace, dismissal: here },
      { finding: ofCheck, dismissal: everywhere },
    ],
  })
})

test('[S4] what may be dismissed is known before it is written', () => {
  const plan = setupDoc()
  const axis = readProject(plan.doc).axes[0]!.id
  const other = nodeIdSchema.parse('other')
  const keys = [`spaces/${axis}/title`, 'acronym-late/*/QVT', 'spaces']
  const asked = [
    rights('lead', null),
    rights('editor', null),
    rights('editor', [axis]),
    rights('editor', [other]),
  ]
  expect(asked.map((one) => keys.map((key) => mayDismiss(plan, one, key)))).toEqual([
    [null, null, null],
    [null, null, 'structure'],
    [null, 'not-your-axis', 'structure'],
    ['not-your-axis', 'not-your-axis', 'structure'],
  ])
  expect(mayDismiss(plan, rights('reviewer', null), keys[0]!)).toBe('forbidden')
})

function setupDoc() {
  const doc = new Y.Doc()
  applyProject(doc, emptyProject({ template: actionsTemplate, title: 'Projet', academy: '', period: null }))
  return openPlan(doc)
}

function finding(check: Finding['check'], key: string): Finding {
  return { check, key, severity: 'typography', place: { node: 'cover', field: 'title' } }
}

function rights(role: Rights['role'], groupAxes: Rights['axes'] | null): Rights {
  return toRights({ role, phase: 'drafting', groupAxes, locked: [] })
}

import { arbitraryProject } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { nodeIdSchema } from '../ids.ts'
import { addNode } from '../outline/add-node.ts'
import { applyProject } from '../outline/apply-project.ts'
import { coverText, edit, nodeMap, nodeText, openPlan, type PlanDoc } from '../outline/plan-doc.ts'
import { readProject } from '../outline/read-project.ts'
import { setField } from '../outline/set-field.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { plainToBlocks, plainToLine } from '../text/plain-text.ts'
import { writeBlocks, writeLine } from '../text/write-fragment.ts'
import { applyMend } from './apply-mend.ts'
import { checkProject } from './check-project.ts'
import { toCheckedPlan } from './checked-plan.ts'
import type { CheckId, Finding } from './finding.ts'

test('of any plan the findings have keys of their own and ranges within their texts, and each mend can be done', () => {
  fc.assert(
    fc.property(arbitraryProject, fc.context(), (given, log) => {
      const doc = new Y.Doc()
      applyProject(doc, given)
      const project = readProject(doc)
      const texts = new Map(
        toCheckedPlan(project).texts.map(({ place, plain }) => [`${place.node} ${place.field}`, plain]),
      )
      const findings = checkProject(project)
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length)
      const state = Y.encodeStateAsUpdate(doc)
      for (const { key, check, place, range, mend } of findings) {
        log.log(key)
        expect(key.startsWith(`${check}/`)).toBe(true)
        if (range !== undefined) {
          const { length } = texts.get(`${place.node} ${place.field}`)!
          expect(range.start).toBeLessThan(range.end)
          expect(range.end).toBeLessThanOrEqual(length)
        }
        if (mend === undefined) continue
        const replica = new Y.Doc()
        Y.applyUpdate(replica, state)
        expect(applyMend(openPlan(replica), mend)).toBe(true)
        expect(checkProject(readProject(replica)).map((finding) => finding.key)).not.toContain(key)
      }
    }),
    { seed: 404, numRuns: 60 },
  )
})

test('a mend is one step, in texts, in fields and on the cover', () => {
  const { plan, action, entry, updates } = setupPlan()
  edit(plan, () => {
    writeLine(coverText(plan, 'slogan'), plainToLine('Ensemble...'))
    writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks("Lire l'album, dire l'album.\nÉcrire l'album."))
  })
  setField(plan, action, 'action', 'partners', "L'INSPÉ, l'université")
  const before = updates()
  for (const finding of checkProject(readProject(plan.doc))) {
    if (finding.severity === 'typography') expect(applyMend(plan, finding.mend!)).toBe(true)
  }
  expect(updates() - before).toBe(3)
  expect(JSON.stringify(readProject(plan.doc))).not.toMatch(/'|\.\.\./)
  expect(nodeMap(plan, action)?.get('partners')).toBe('L’INSPÉ, l’université')
})

test('a mend of words that are no longer there writes nothing, at any of its places', () => {
  const { plan, action, entry, updates } = setupPlan()
  edit(plan, () => writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks("Lire l'album, dire l'album.")))
  setField(plan, action, 'action', 'announcedTitle', 'Tout autre chose')
  const { mend } = findingOf(plan, 'apostrophes')
  const { mend: clearing } = findingOf(plan, 'announced-title')
  edit(plan, () =>
    writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks("Lire l'album, dire les albums.")),
  )
  setField(plan, action, 'action', 'announcedTitle', undefined)
  const before = updates()
  expect(applyMend(plan, mend!)).toBe(false)
  expect(applyMend(plan, clearing!)).toBe(false)
  plan.nodes.delete(entry)
  expect(applyMend(plan, mend!)).toBe(false)
  expect(updates() - before).toBe(1)
})

test('a mend does not take the same sign at another place for its own', () => {
  const { plan, entry } = setupPlan()
  const write = (text: string) =>
    edit(plan, () => writeBlocks(nodeText(plan, entry, 'text')!, plainToBlocks(text)))
  write('Lire : un peu de tout.')
  const { mend } = findingOf(plan, 'no-break-spaces')
  // Where it stood there is another one now, of words that somebody typed before it.
  write('Voir : lire : un peu de tout.')
  expect(applyMend(plan, mend!)).toBe(false)
  write('Lire : un peu de tout, et du reste.')
  expect(applyMend(plan, mend!)).toBe(true)
  expect(checkProject(readProject(plan.doc)).some(({ check }) => check === 'no-break-spaces')).toBe(false)
})

function findingOf(plan: PlanDoc, check: CheckId): Finding {
  return checkProject(readProject(plan.doc)).find((finding) => finding.check === check)!
}

function setupPlan() {
  const doc = new Y.Doc()
  const project = emptyProject({ template: actionsTemplate, title: 'Projet', academy: '', period: null })
  applyProject(doc, { ...project, front: [], axes: [] })
  const plan = openPlan(doc)
  addNode(plan, { type: 'axis' }, undefined, () => id('axis'))
  const action = addNode(plan, { type: 'action', parent: id('axis') }, undefined, () => id('action'))
  edit(plan, () => writeLine(nodeText(plan, action, 'title')!, plainToLine('Faire progresser')))
  const entry = addNode(plan, { type: 'entry', parent: action, rubric: 'measures' }, undefined, () =>
    id('entry'),
  )
  let count = 0
  doc.on('update', () => {
    count += 1
  })
  return { plan, action, entry, updates: () => count }
}

function id(name: string) {
  return nodeIdSchema.parse(name)
}

import { arbitraryProject } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { emptyProject } from '../empty-project.ts'
import { nodeIdSchema } from '../ids.ts'
import { normalizeProject } from '../normalize-project.ts'
import { projectSchema, type Project, type Section } from '../project.ts'
import { actionsTemplate } from '../templates/actions.ts'
import { applyProject } from './apply-project.ts'
import { openPlan } from './plan-doc.ts'
import { readProject } from './read-project.ts'

test('[D5] any plan applied to any document reads as its normal form, and the second time writes nothing', () => {
  fc.assert(
    fc.property(fc.array(arbitraryProject, { maxLength: 3 }), arbitraryProject, (before, project) => {
      const doc = new Y.Doc()
      for (const earlier of before) applyProject(doc, earlier)
      const expected = normalizeProject(awayFromNodesOf(doc, project))
      applyProject(doc, project)
      expect(projectSchema.parse(readProject(doc))).toEqual(expected)
      const updates = countUpdates(doc)
      applyProject(doc, project)
      applyProject(doc, readProject(doc))
      expect(updates()).toBe(0)
    }),
    { seed: 5, numRuns: 150 },
  )
})

test('[D5] a list whose nodes carry keys of a foreign replica takes a node between any two of them', () => {
  for (const [first, second] of [
    ['~', '~~'],
    ['', 'é'],
    ['a0', 'a0'],
    ['a1~', 'a2'],
  ] as const) {
    const doc = new Y.Doc()
    const sections = (['s1', 's2', 's3'] as const).map((id) => section(id))
    const project = emptyProject({ template: actionsTemplate, title: '', academy: '', period: null })
    applyProject(doc, { ...project, back: [sections[0]!, sections[2]!] })
    const { nodes } = openPlan(doc)
    nodes.get('s1')!.set('place', { parent: 'back', order: first })
    nodes.get('s3')!.set('place', { parent: 'back', order: second })
    applyProject(doc, { ...project, back: sections })
    expect(readProject(doc).back.map(({ id }) => id)).toEqual(['s1', 's2', 's3'])
  }
})

function section(id: string): Section {
  return { type: 'section', id: nodeIdSchema.parse(id), kind: 'annex', title: [], body: [], signatory: [] }
}

/** The one thing that depends on the document: a node of the tray whose parent the document holds stands nowhere. */
function awayFromNodesOf(doc: Y.Doc, project: Project): Project {
  const { nodes } = openPlan(doc)
  return {
    ...project,
    unplaced: project.unplaced.map((item) =>
      item.node.type === 'action' && item.parent.startsWith('axis-') && nodes.has(item.parent)
        ? { ...item, parent: '' }
        : item,
    ),
  }
}

function countUpdates(doc: Y.Doc): () => number {
  let updates = 0
  doc.on('update', () => {
    updates += 1
  })
  return () => updates
}

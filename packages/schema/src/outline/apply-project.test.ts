import { arbitraryProject } from '@concerte/testkit'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'

import { normalizeProject } from '../normalize-project.ts'
import { projectSchema, type Project } from '../project.ts'
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

import { applyProject, coverSummary, readProject, type Project } from '@concerte/schema'
import * as Y from 'yjs'

import type { CoverSummary } from './storage/port.ts'

/** A plan as its first update, with the copy of its cover that lists show. */
export function projectToUpdate(project: Project): { update: Uint8Array; cover: CoverSummary } {
  const doc = new Y.Doc()
  applyProject(doc, project)
  const result = { update: Y.encodeStateAsUpdate(doc), cover: coverSummary(doc) }
  doc.destroy()
  return result
}

/** The plan that a Yjs update holds. */
export function updateToProject(update: Uint8Array): Project {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const project = readProject(doc)
  doc.destroy()
  return project
}

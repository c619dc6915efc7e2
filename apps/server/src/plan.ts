import {
  applyProject,
  authorRuns,
  authorTotals,
  coverSummary,
  lineToPlain,
  readProject,
  type AuthoredText,
  type Project,
} from '@concerte/schema'
import { openStoredPlan, type StoredPlan } from '@concerte/sync'
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

/** The rows of the log that a plan is made of: sent to a thread as they are, and read there. */
export type StoredRows = Pick<StoredPlan, 'state' | 'updates'>

/** The document that they make. A long plan takes a second: never on the event loop. */
export function openStoredRows({ state, updates }: StoredRows): Y.Doc {
  // A row that cannot be read is told of by the room that opens the plan.
  return openStoredPlan({ state, updates, owners: new Map() }, () => undefined).doc
}

/** An axis of a plan, as lists name it: «2. Réussir»; its id when it is no longer there. */
export function axisName(doc: Y.Doc, axisId: string): string {
  const axis = readProject(doc).axes.find(({ id }) => id === axisId)
  return axis === undefined ? axisId : `${axis.number}. ${lineToPlain(axis.title)}`
}

/** [S3] Who wrote each character of the plan that a Yjs update holds, and how much each person wrote. */
export function updateToAuthors(
  update: Uint8Array,
  owners: ReadonlyMap<number, string>,
): { texts: AuthoredText[]; totals: ReturnType<typeof authorTotals> } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const texts = authorRuns(doc, owners)
  doc.destroy()
  return { texts, totals: authorTotals(texts) }
}

import type { EntryType } from '@concerte/schema'
import { actionsOf, applyProject, type NodeId, type Project } from '@concerte/schema'
import { longPlan } from '@concerte/testkit'
import * as Y from 'yjs'

import type { Concerte } from '../support/concerte.ts'
import { orleans, readSeed } from '../support/plans.ts'
import { addPlan } from './add-plan.ts'

/** A plan that is measured: where it is, and where one writes in it. */
export type MeasuredPlan = { times: number; id: string; url: string; doc: Y.Doc; entries: NodeId[] }

/** Orléans-Tours, `times` over. */
export async function makePlan(concerte: Concerte, times: number): Promise<MeasuredPlan> {
  const project = longPlan(readSeed(orleans), times)
  const doc = new Y.Doc()
  applyProject(doc, project)
  const id = `times-${times}`
  await addPlan(concerte, id, doc)
  const entries = entriesOf(project, 'measure')
  return { times, id, url: `${concerte.url}/plans/${id}#n-${entries[0]}`, doc, entries }
}

function entriesOf({ axes }: Project, type: EntryType): NodeId[] {
  return axes.flatMap((axis) =>
    actionsOf(axis).flatMap(({ rubrics }) =>
      rubrics.flatMap(({ entries }) => entries.filter((entry) => entry.type === type).map(({ id }) => id)),
    ),
  )
}

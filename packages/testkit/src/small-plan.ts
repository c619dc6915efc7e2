import { actionsTemplate, applyProject, emptyProject, openPlan } from '@concerte/schema'
import * as Y from 'yjs'

/** A plan that nobody has written in: one axis with one action, and nothing in them. `project` is what it was made of. */
export function createSmallPlan() {
  const doc = new Y.Doc()
  const project = emptyProject({ template: actionsTemplate, title: 'P', academy: 'A', period: null })
  applyProject(doc, project)
  return { doc, plan: openPlan(doc), project }
}

// What is long about versions, in a thread of its own: reading a plan, hashing and packing it, comparing two.
import {
  compareProjects,
  projectSchema,
  readProject,
  summarizeComparison,
  type Project,
} from '@concerte/schema'
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'

import { updateToProject } from '../plan.ts'
import { canonicalJson } from '../storage/canonical-json.ts'
import { packVersion, unpackProject, unpackState } from '../storage/version-content.ts'
import type { PlanSource, VersionJob, VersionJobResults } from './version-job.ts'
import { workSince } from './version-work.ts'

const job: VersionJob = workerData
// A thread has no origin; the rule takes it for a window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(run(job))

function run(given: VersionJob): VersionJobResults[VersionJob['type']] {
  switch (given.type) {
    case 'keep':
      return keep(given)
    case 'compare': {
      const comparison = compareProjects(readPlan(given.before), readPlan(given.after))
      return { comparison, summary: summarizeComparison(comparison) }
    }
  }
}

function keep({ state, since, owners }: Extract<VersionJob, { type: 'keep' }>): VersionJobResults['keep'] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const project = readProject(doc)
  const content = packVersion(state, canonicalJson(project))
  const before = since === null ? null : unpackState(since)
  return { content, work: workSince(doc, { since: before, owners: new Map(owners), project }) }
}

function readPlan(source: PlanSource): Project {
  return source.type === 'state'
    ? updateToProject(source.state)
    : projectSchema.parse(JSON.parse(unpackProject(source.project)))
}

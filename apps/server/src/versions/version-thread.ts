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

import { openStoredRows } from '../plan.ts'
import { canonicalJson } from '../storage/canonical-json.ts'
import { packVersion, unpackProject, unpackState } from '../storage/version-content.ts'
import type { PlanSource, VersionJob, VersionJobResults } from './version-job.ts'
import { workSince } from './version-work.ts'

const job: VersionJob = workerData
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

function keep({ rows, since, owners }: Extract<VersionJob, { type: 'keep' }>): VersionJobResults['keep'] {
  const doc = openStoredRows(rows)
  const project = readProject(doc)
  const content = packVersion(Y.encodeStateAsUpdate(doc), canonicalJson(project))
  const before = since === null ? null : unpackState(since)
  return { content, work: workSince(doc, { since: before, owners, project }) }
}

function readPlan(source: PlanSource): Project {
  return source.type === 'stored'
    ? readProject(openStoredRows(source.rows))
    : projectSchema.parse(JSON.parse(unpackProject(source.project)))
}

// What is long about versions, in a thread of its own: reading a plan, hashing and packing it, comparing two.
import { readProject } from '@concerte/schema'
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'

import { canonicalJson } from '../storage/canonical-json.ts'
import { packVersion, unpackState } from '../storage/version-content.ts'
import type { VersionJob, VersionJobResults } from './version-job.ts'
import { workSince } from './version-work.ts'

const job: VersionJob = workerData
// A thread has no origin; the rule takes it for a window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(run(job))

function run(given: VersionJob): VersionJobResults[VersionJob['type']] {
  const { state, since, owners } = given
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const project = readProject(doc)
  const content = packVersion(state, canonicalJson(project))
  const before = since === null ? null : unpackState(since)
  return { content, work: workSince(doc, { since: before, owners: new Map(owners), project }) }
}

// Reads a plan beside the event loop: its hash and, where that is asked, what the checks say of it.
import { applyDismissals, checkProject, openPlan, readDismissals, readProject } from '@concerte/schema'
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'

import { planHash } from '../storage/plan-hash.ts'
import type { DigestRequest, PlanDigest } from './plan-digest.ts'

const { updates, withChecks }: DigestRequest = workerData
const doc = new Y.Doc()
doc.transact(() => {
  for (const update of updates) Y.applyUpdate(doc, update)
})
const project = readProject(doc)
const digest: PlanDigest = {
  sha256: planHash(project),
  axes: project.axes.map(({ id }) => id),
  findings: withChecks ? countFindings() : [],
  unplaced: project.unplaced.length,
}
// A thread has no origin; the rule takes it for a window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(digest)

function countFindings(): PlanDigest['findings'] {
  const { open } = applyDismissals(checkProject(project), readDismissals(openPlan(doc)))
  const counts = new Map<(typeof open)[number]['check'], number>()
  for (const { check } of open) counts.set(check, (counts.get(check) ?? 0) + 1)
  return [...counts].map(([check, count]) => ({ check, count }))
}

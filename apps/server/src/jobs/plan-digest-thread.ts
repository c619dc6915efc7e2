// Reads a plan beside the event loop: its hash and, where that is asked, what the checks say of it.
import { applyDismissals, checkProject, openPlan, readDismissals, readProject } from '@concerte/schema'
import { parentPort, workerData } from 'node:worker_threads'

import { openStoredRows } from '../plan.ts'
import { planHash } from '../storage/plan-hash.ts'
import type { DigestRequest, PlanDigest } from './plan-digest.ts'

const { rows, withChecks }: DigestRequest = workerData
const doc = openStoredRows(rows)
const project = readProject(doc)
const digest: PlanDigest = {
  sha256: planHash(project),
  axes: project.axes.map(({ id }) => id),
  findings: withChecks ? countFindings() : [],
  unplaced: project.unplaced.length,
}
parentPort?.postMessage(digest)

function countFindings(): PlanDigest['findings'] {
  const { open } = applyDismissals(checkProject(project), readDismissals(openPlan(doc)))
  const counts = new Map<(typeof open)[number]['check'], number>()
  for (const { check } of open) counts.set(check, (counts.get(check) ?? 0) + 1)
  return [...counts].map(([check, count]) => ({ check, count }))
}

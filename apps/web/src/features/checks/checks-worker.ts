/**
 * Checks a plan beside the page: it has a replica of the plan, which the page keeps the same with each small update, and
 * checks once nothing has changed for a moment. The page is told no more than it shows.
 */
// oxlint-disable-next-line import/no-unassigned-import
import '../../app/start.ts'
import {
  checkProject,
  openPlan,
  readDismissals,
  readProject,
  type Dismissal,
  type Finding,
} from '@concerte/schema'
import * as Y from 'yjs'

import { mendsOf, readAxisOf, toChecksView, type AxisOf, type ChecksRequest } from './checks-view.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

/** Milliseconds without a change before the plan is checked again; where people go on writing, no longer than `patience`. */
const pause = 300
const patience = 3000
/** Of the time of a long plan's worker, no more than one part in this many goes into checking. */
const share = 4

const doc = new Y.Doc()
let request: ChecksRequest = { axes: null, unfolded: {} }
let checked: { findings: Finding[]; dismissals: Dismissal[]; axisOf: AxisOf; seen: number } | null = null
let seen = 0
let timer: ReturnType<typeof setTimeout> | undefined
let told = ''
let waitsSince: number | null = null
let lastTook = 0

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'update': {
      Y.applyUpdate(doc, data.update)
      seen += 1
      return soon()
    }
    case 'request':
      request = data.request
      return show()
    case 'mends': {
      if (checked === null) return
      const { findings, dismissals, axisOf } = checked
      return tell({ type: 'mends', id: data.id, findings: mendsOf(findings, dismissals, axisOf, data) })
    }
  }
})

function soon(): void {
  const now = performance.now()
  waitsSince ??= now
  const latest = waitsSince + Math.max(patience, lastTook * share)
  clearTimeout(timer)
  timer = setTimeout(check, checked === null ? 0 : Math.max(0, Math.min(pause, latest - now)))
}

function check(): void {
  const begun = performance.now()
  waitsSince = null
  const project = readProject(doc)
  checked = {
    findings: checkProject(project),
    dismissals: readDismissals(openPlan(doc)),
    axisOf: readAxisOf(project),
    seen,
  }
  lastTook = performance.now() - begun
  show()
}

function show(): void {
  if (checked === null) return
  const { findings, dismissals, axisOf } = checked
  const message: FromWorker = {
    type: 'view',
    seen: checked.seen,
    view: toChecksView(findings, dismissals, axisOf, request),
  }
  const json = JSON.stringify(message)
  if (json === told) return
  told = json
  tell(message)
}

function tell(message: FromWorker): void {
  // The target is for windows: a worker has its page alone.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  postMessage(message)
}

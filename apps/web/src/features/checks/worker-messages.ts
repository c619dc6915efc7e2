import type { CheckId, Finding } from '@concerte/schema'

import type { ChecksRequest, ChecksView } from './checks-view.ts'

/** What the page tells the worker that checks. `update`: of Yjs, the first one is the whole plan. */
export type ToWorker =
  | { type: 'update'; update: Uint8Array }
  | { type: 'request'; request: ChecksRequest }
  /** Asks for everything that mends one check. */
  | { type: 'mends'; id: number; check: CheckId; axes: readonly string[] | null }

/** What the worker tells the page. `seen`: how many updates it had when it checked. */
export type FromWorker =
  | { type: 'view'; seen: number; view: ChecksView }
  | { type: 'mends'; id: number; findings: Finding[] }

// Takes an update in as a plan does, in a thread that can be ended: however long Yjs takes, nobody is held up.
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'

/** `ready`: the copy of the plan is made. `done`: it has the update, after `ms` milliseconds. */
export type TrialReply = { type: 'ready' } | { type: 'done'; ms: number }

const doc = new Y.Doc()
Y.applyUpdate(doc, workerData.state)
tell({ type: 'ready' })
const begun = performance.now()
Y.applyUpdate(doc, workerData.update)
tell({ type: 'done', ms: performance.now() - begun })

function tell(reply: TrialReply): void {
  parentPort?.postMessage(reply)
}

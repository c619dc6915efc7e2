// Renders the pages of plans in a thread of its own: React takes some tens of milliseconds, and a long plan a second to be read, in which the
// server has others to serve.
import { parentPort, workerData } from 'node:worker_threads'

import type { PlanView, RenderedPlan, RenderReply, RenderRequest } from './plan-renderer.ts'

type OpenedPlan = { add(updates: readonly Uint8Array[]): void; render(view: PlanView): RenderedPlan }

// Node would warn, once a page asks for a storage that it has no file for; pages know how to do without one.
Reflect.deleteProperty(globalThis, 'localStorage')

const { openPlan }: { openPlan: (updates: readonly Uint8Array[]) => OpenedPlan } = await import(
  workerData.path
)

/** Which plans are kept is decided at the other end. */
const opened = new Map<string, OpenedPlan>()

parentPort?.on('message', (request: RenderRequest) => tell(render(request)))

function render({ updates, isWhole, forget, view }: RenderRequest): RenderReply {
  const { id } = view.project
  for (const plan of forget) opened.delete(plan)
  try {
    const known = isWhole ? undefined : opened.get(id)
    known?.add(updates)
    const plan = known ?? openPlan(updates)
    opened.set(id, plan)
    return { page: plan.render(view) }
  } catch (error) {
    opened.delete(id)
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function tell(reply: RenderReply): void {
  parentPort?.postMessage(reply)
}

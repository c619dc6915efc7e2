// Renders the pages of plans in a thread of its own: React takes some tens of milliseconds, in which the server has others to serve.
import { parentPort, workerData } from 'node:worker_threads'

import type { RenderedPlan, RenderReply, RenderRequest } from './plan-renderer.ts'

// Node would warn, once a page asks for a storage that it has no file for; pages know how to do without one.
Reflect.deleteProperty(globalThis, 'localStorage')

const { renderPlan }: { renderPlan: (plan: RenderRequest['plan']) => RenderedPlan } = await import(
  workerData.path
)

parentPort?.on('message', ({ id, plan }: RenderRequest) => tell(render(id, plan)))

function render(id: number, plan: RenderRequest['plan']): RenderReply {
  try {
    return { id, page: renderPlan(plan) }
  } catch (error) {
    return { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function tell(reply: RenderReply): void {
  // A thread has no origin; the rule takes it for a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(reply)
}

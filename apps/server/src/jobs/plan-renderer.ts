import type { ProjectSummary, User } from '@concerte/api'
import type { Rights } from '@concerte/schema'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

import type { Language } from '../language/language.ts'

/** A plan as Yjs updates, and whom its page is for. */
export type PlanToRender = {
  updates: readonly Uint8Array[]
  project: ProjectSummary
  rights: Rights
  user: User
  locale: Language
}

/** `markup` for the body, `styles` that belong to it. */
export type RenderedPlan = { markup: string; styles: string }

/** Renders the first HTML of plans, beside the event loop. */
export type PlanRenderer = {
  /** Null when it cannot be had: not built, too much waits already, it failed. Never rejects. */
  render(plan: PlanToRender): Promise<RenderedPlan | null>
  close(): Promise<void>
}

const replySchema = z.union([
  z.object({ id: z.int(), page: z.object({ markup: z.string(), styles: z.string() }) }),
  z.object({ id: z.int(), problem: z.string() }),
])
export type RenderReply = z.infer<typeof replySchema>
export type RenderRequest = { id: number; plan: PlanToRender }

/** [S7] The longest plan takes a quarter of it; a thread that needs more is ended, and the page comes without its words. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 }
/** [S7] Bytes of a plan that is rendered: forty times the longest known. The browser opens a longer one sooner by itself. */
const maxBytes = 4_000_000
/** [S7] Pages that may wait for the one thread; beyond, people get the page that asks for its words by itself. */
const maxWaiting = 16
/** [S7] Pages kept, so that forty people who open a plan together cost one rendering each at most; and their characters in all. */
const maxKept = 48
const maxKeptLength = 24_000_000
/** A rendering that takes longer, in ms, has something wrong. */
const timeLimit = 10_000
/** After so many ms without a page the thread, and its memory, goes. */
const idleLimit = 300_000

/** `path`: the module that `npm run build` makes of apps/web/server-render. The thread is started by the first page. */
export function createPlanRenderer(options: {
  path: string
  reportError: (error: unknown) => void
}): PlanRenderer {
  const { path, reportError } = options
  const isBuilt = existsSync(path)
  const kept = new Map<string, RenderedPlan>()
  const underWay = new Map<string, Promise<RenderedPlan | null>>()
  const waiting = new Map<number, (reply: RenderReply | null) => void>()
  let lastId = 0
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined

  function start(): Worker {
    const started = new Worker(new URL('./render-plan-thread.ts', import.meta.url), {
      workerData: { path },
      execArgv: [],
      resourceLimits,
    })
    started.unref()
    started.on('message', (message) => {
      const reply = replySchema.parse(message)
      waiting.get(reply.id)?.(reply)
      waiting.delete(reply.id)
      watch()
    })
    started.on('error', reportError)
    started.on('exit', () => {
      if (worker === started) void end()
    })
    return started
  }

  /** Ends the thread when nothing is asked of it for long, or when it does not answer. */
  function watch(): void {
    clearTimeout(timer)
    const isBusy = waiting.size > 0
    timer = setTimeout(
      () => {
        if (isBusy) reportError(new Error('A plan takes too long to render'))
        void end()
      },
      isBusy ? timeLimit : idleLimit,
    ).unref()
  }

  async function end(): Promise<void> {
    clearTimeout(timer)
    const ended = worker
    worker = null
    for (const answer of waiting.values()) answer(null)
    waiting.clear()
    await ended?.terminate()
  }

  async function ask(plan: PlanToRender): Promise<RenderedPlan | null> {
    lastId += 1
    const id = lastId
    const { promise, resolve } = Promise.withResolvers<RenderReply | null>()
    waiting.set(id, resolve)
    worker ??= start()
    // A thread has no origin; the rule takes it for a window.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage({ id, plan } satisfies RenderRequest)
    if (waiting.size === 1) watch()
    const reply = await promise
    if (reply === null) return null
    if ('page' in reply) return reply.page
    reportError(new Error(`A plan could not be rendered: ${reply.problem}`))
    return null
  }

  function keep(key: string, page: RenderedPlan): void {
    kept.delete(key)
    kept.set(key, page)
    let length = 0
    for (const { markup } of kept.values()) length += markup.length
    for (const [oldest, { markup }] of kept) {
      if (kept.size <= maxKept && length <= maxKeptLength) break
      kept.delete(oldest)
      length -= markup.length
    }
  }

  return {
    async render(plan) {
      if (!isBuilt || bytesOf(plan) > maxBytes) return null
      const key = keyOf(plan)
      const known = kept.get(key)
      if (known !== undefined) {
        keep(key, known)
        return known
      }
      const asked = underWay.get(key)
      if (asked !== undefined) return asked
      if (waiting.size >= maxWaiting) return null
      const asking = ask(plan)
      underWay.set(key, asking)
      const page = await asking
      underWay.delete(key)
      if (page !== null) keep(key, page)
      return page
    },
    close: end,
  }
}

function bytesOf({ updates }: PlanToRender): number {
  return updates.reduce((sum, update) => sum + update.byteLength, 0)
}

/** The same for the same page: what the plan holds, and everything of the person that shows. */
function keyOf({ updates, ...rest }: PlanToRender): string {
  const hash = createHash('sha256').update(JSON.stringify(rest))
  for (const update of updates) hash.update(String(update.byteLength)).update(update)
  return hash.digest('base64')
}

// One thread, the plans that it keeps open and the pages that are kept of it: which of them is asked for what is decided together.
import { userSchema, type ProjectId, type ProjectSummary, type User } from '@concerte/api'
import type { Rights } from '@concerte/schema'
import type { UpdateLog } from '@concerte/sync'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

import { escapeHtml } from '../escape-html.ts'
import type { Language } from '../language/language.ts'
import type { SealStore } from '../storage/validation-port.ts'

/** Whom the page of a plan is for. */
export type PlanView = { project: ProjectSummary; rights: Rights; user: User; locale: Language }

/** `markup` for the body, `styles` that belong to it. */
export type RenderedPlan = { markup: string; styles: string }

/** Renders the first HTML of plans, beside the event loop. */
export type PlanRenderer = {
  /** The page of a plan as it stands in the log. Null when it cannot be had: not built, too much waits already, it failed. Never rejects. */
  render(view: PlanView): Promise<RenderedPlan | null>
  close(): Promise<void>
}

const replySchema = z.union([
  z.object({ page: z.object({ markup: z.string(), styles: z.string() }) }),
  z.object({ problem: z.string() }),
])
export type RenderReply = z.infer<typeof replySchema>
/** `updates`: all of the plan, or what came since its last page. `forget`: plans that are no longer kept open. */
export type RenderRequest = {
  updates: readonly Uint8Array[]
  isWhole: boolean
  forget: readonly string[]
  view: PlanView
}

/** [S7] Twice what the plans that are kept open take at most; a thread that needs more is ended, and the page comes without its words. */
const resourceLimits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 64 }
/** [S7] Bytes of the plans that the thread keeps open, and of the longest that is rendered: a hundred and fifty times the longest known. */
const maxBytes = 16_000_000
/** [S7] Pages that may wait for the one thread; beyond, people get the page that asks for its words by itself. */
const maxWaiting = 16
/** [S7] Pages kept, and their characters in all. */
const maxKept = 48
const maxKeptLength = 24_000_000
/** A rendering that takes longer, in ms, has something wrong: the longest plan takes a second and a half to be read. */
const timeLimit = 20_000
/** After so many ms without a page the thread, and its memory, goes. */
const idleLimit = 300_000

/**
 * `path`: the module that `npm run build` makes of apps/web/server-render. The thread is started by the first page.
 *
 * People of the same role who open a plan together are given one page, in which each has their own name; the number of the plan's last
 * update says whether it is still that of now.
 */
export function createPlanRenderer(options: {
  path: string
  log: Pick<UpdateLog, 'load'>
  seals: Pick<SealStore, 'lastUpdate' | 'updatesAfter'>
  reportError: (error: unknown) => void
}): PlanRenderer {
  const { path, log, seals, reportError } = options
  const isBuilt = existsSync(path)
  /** Stands where whoever reads it will. */
  const anyone = userSchema.parse({ id: 'anyone', name: randomUUID(), email: '', admin: false })
  const kept = new Map<string, RenderedPlan>()
  const underWay = new Map<string, Promise<RenderedPlan | null>>()
  /** What the thread keeps open, the least recently asked for first: up to which update, and the bytes of it. */
  const opened = new Map<ProjectId, { lastUpdate: number; bytes: number }>()
  let forget: ProjectId[] = []
  let last: Promise<unknown> = Promise.resolve()
  let answer: ((reply: RenderReply | null) => void) | null = null
  let worker: Worker | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  function start(): Worker {
    const started = new Worker(new URL('./render-plan-thread.ts', import.meta.url), {
      workerData: { path },
      execArgv: [],
      resourceLimits,
    })
    started.unref()
    started.on('message', (message) => {
      if (worker !== started) return
      answer?.(replySchema.parse(message))
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
    const isBusy = answer !== null
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
    opened.clear()
    forget = []
    answer?.(null)
    await ended?.terminate()
  }

  function ask(request: RenderRequest): Promise<RenderReply | null> {
    const { promise, resolve } = Promise.withResolvers<RenderReply | null>()
    answer = (reply) => {
      answer = null
      resolve(reply)
    }
    worker ??= start()
    worker.postMessage(request)
    watch()
    return promise
  }

  async function make(view: PlanView, lastUpdate: number): Promise<RenderedPlan | null> {
    const { id } = view.project
    const known = opened.get(id)
    const since = known === undefined ? null : await seals.updatesAfter(id, known.lastUpdate)
    // The thread may have ended meanwhile.
    const isWhole = known === undefined || since === null || opened.get(id) !== known
    const updates = isWhole ? await loadAll(id) : since
    const bytes = sum(updates) + (isWhole ? 0 : known.bytes)
    if (opened.delete(id) && bytes > maxBytes) forget.push(id)
    if (bytes > maxBytes || isClosed) return null
    let all = bytes
    for (const plan of opened.values()) all += plan.bytes
    for (const [plan, { bytes: freed }] of opened) {
      if (all <= maxBytes) break
      opened.delete(plan)
      forget.push(plan)
      all -= freed
    }
    opened.set(id, { lastUpdate, bytes })
    const reply = await ask({ updates, isWhole, forget: forget.splice(0), view })
    if (reply !== null && 'page' in reply) return reply.page
    opened.delete(id)
    if (reply !== null) reportError(new Error(`A plan could not be rendered: ${reply.problem}`))
    return null
  }

  async function loadAll(id: ProjectId): Promise<Uint8Array[]> {
    const { state, updates } = await log.load(id)
    return state === null ? updates : [state, ...updates]
  }

  /** One after another: what the thread has is known when the next is asked for. */
  function inTurn(view: PlanView, lastUpdate: number): Promise<RenderedPlan | null> {
    const made = last
      .then(() => make(view, lastUpdate))
      .catch((error: unknown) => {
        reportError(error)
        return null
      })
    last = made
    return made
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

  async function renderForAnyone(view: PlanView): Promise<RenderedPlan | null> {
    const lastUpdate = await seals.lastUpdate(view.project.id)
    const key = createHash('sha256')
      .update(JSON.stringify([lastUpdate, view]))
      .digest('base64')
    const known = kept.get(key)
    if (known !== undefined) {
      keep(key, known)
      return known
    }
    const asked = underWay.get(key)
    if (asked !== undefined) return asked
    if (underWay.size >= maxWaiting) return null
    const asking = inTurn(view, lastUpdate)
    underWay.set(key, asking)
    const page = await asking
    underWay.delete(key)
    if (page !== null) keep(key, page)
    return page
  }

  return {
    async render(view) {
      if (!isBuilt) return null
      try {
        const page = await renderForAnyone({ ...view, user: anyone })
        if (page === null) return null
        const name = escapeHtml(view.user.name)
        return { ...page, markup: page.markup.replaceAll(anyone.name, () => name) }
      } catch (error) {
        reportError(error)
        return null
      }
    },
    close() {
      isClosed = true
      return end()
    },
  }
}

function sum(updates: readonly Uint8Array[]): number {
  return updates.reduce((bytes, update) => bytes + update.byteLength, 0)
}

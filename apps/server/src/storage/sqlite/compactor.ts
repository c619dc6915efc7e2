import type { CompactionQuestion, CompactionReply } from './compaction-messages.ts'
import type { CompactionSteps } from './compaction-steps.ts'
import type { Lock } from './lock.ts'
import { startThread, type ThreadClient } from './thread-client.ts'

/** Compacts plans, one after another; of two askings for one plan that overlap, the second joins the first. */
export type Compactor = {
  compact(projectId: string): Promise<void>
  /** Waits for what is under way. */
  close(): Promise<void>
}

/** How long the thread waits for the next compaction before it ends and gives its memory back. */
const usualIdleMs = 10_000
/** A plan that takes more than this to compact stays as it is; the server does not fall with it. */
const heapLimitMegabytes = 1024

export type CompactionThread = ThreadClient<CompactionQuestion, CompactionReply>

/** `lock`: that of the connection that commits. Only one of the two writes at a time, in the order of asking. */
export function createCompactor(options: {
  lock: Lock
  start: () => CompactionThread
  idleMs?: number
}): Compactor {
  const { lock, start, idleMs = usualIdleMs } = options
  const underWay = new Map<string, Promise<void>>()
  let last: Promise<unknown> = Promise.resolve()
  let thread: CompactionThread | null = null
  let idle: NodeJS.Timeout | undefined

  function current(): CompactionThread {
    clearTimeout(idle)
    thread ??= start()
    return thread
  }

  async function endThread(): Promise<void> {
    clearTimeout(idle)
    const ending = thread
    thread = null
    await ending?.close()
  }

  async function run(projectId: string): Promise<void> {
    try {
      await compactPlan(toSteps(current()), lock, projectId)
    } catch (error) {
      // It may be that the thread itself has ended: the next compaction gets another.
      await endThread()
      throw error
    } finally {
      clearTimeout(idle)
      idle = setTimeout(() => void endThread(), idleMs)
      idle.unref()
    }
  }

  return {
    compact(projectId) {
      const same = underWay.get(projectId)
      if (same !== undefined) return same
      const running = last.then(() => run(projectId)).finally(() => underWay.delete(projectId))
      underWay.set(projectId, running)
      // Whoever asked hears of a failure; the next one in the row does not.
      last = running.catch(() => undefined)
      return running
    },
    async close() {
      await last
      await endThread()
    },
  }
}

export function startCompactionThread(path: string): CompactionThread {
  return startThread<CompactionQuestion, CompactionReply>(
    new URL('./compaction-thread.ts', import.meta.url),
    {
      workerData: { path },
      resourceLimits: { maxOldGenerationSizeMb: heapLimitMegabytes },
    },
  )
}

/** One compaction: written, synced, read back, and only then trimmed. */
export async function compactPlan(steps: CompactionSteps, lock: Lock, projectId: string): Promise<void> {
  if ((await steps.build(projectId)) === 'nothing') return
  await lock.run(async () => steps.write())
  await steps.verify()
  await lock.run(async () => steps.trim())
}

function toSteps(thread: CompactionThread): CompactionSteps {
  const step = async (type: 'write' | 'verify' | 'trim') => {
    await thread.ask({ type })
  }
  return {
    build: async (projectId) => {
      const { type } = await thread.ask({ type: 'build', projectId })
      return type === 'ready' ? 'ready' : 'nothing'
    },
    write: () => step('write'),
    verify: () => step('verify'),
    trim: () => step('trim'),
  }
}

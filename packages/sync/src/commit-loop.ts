import type { PlanUpdate, UpdateLog } from './ports.ts'

/**
 * The commit loop: takes every update that waits, whatever its room, and writes them in one transaction; while it
 * runs the next batch gathers. Batches grow with load; there is no timer.
 */
export type CommitLoop = {
  /** Queues one update. `onCommit` is called once it is durable, in the order of submission, with its row number. */
  submit(pending: PendingUpdate): void
  /** Resolves when nothing waits any longer. */
  drain(): Promise<void>
}

type PendingUpdate = PlanUpdate & {
  /** [S1] [S2] Only from here on may the update be shown and acknowledged. */
  onCommit(seq: number): void
  /** It was not written, nor was anything that was submitted after it and before this call. */
  onFailure(error: unknown): void
}

export function createCommitLoop(append: UpdateLog['append']): CommitLoop {
  let waiting: PendingUpdate[] = []
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      const rows = await append(batch).catch((error: unknown) => {
        // What came meanwhile may build on what is lost here: it must not reach the log without it.
        const lost = [...batch, ...waiting]
        waiting = []
        for (const pending of lost) pending.onFailure(error)
        return null
      })
      if (rows !== null) batch.forEach((pending, index) => pending.onCommit(rows[index]!))
    }
    running = null
  }

  return {
    submit(pending) {
      waiting.push(pending)
      running ??= run()
    },
    // One run goes on until nothing waits, what was submitted meanwhile included.
    drain: () => running ?? Promise.resolve(),
  }
}

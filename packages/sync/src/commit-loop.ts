import type { PlanUpdate, UpdateLog } from './ports.ts'

/** An update on its way into the log, and whom to tell what became of it. */
export type Waiting = PlanUpdate & { readonly party: Party }

/** A room, as the loop knows it. */
export type Party = {
  /** [S1] [S2] Its next `count` updates, in the order of submission, may be shown and acknowledged. Once a commit. */
  committed(count: number): void
  /** Nothing was written of what this party had submitted and was not told of yet. */
  failed(error: unknown): void
}

/**
 * The commit loop: takes every update that waits, whatever its room, and writes them in one transaction; while it
 * runs the next batch gathers. Batches grow with load, one message waits for nothing, and there is no timer.
 */
export type CommitLoop = {
  submit(update: Waiting): void
  /** Bytes that wait for the commit after the one under way. */
  readonly waitingBytes: number
  /** Resolves when what was submitted until now is in the log, or lost. */
  passed(): Promise<void>
  /** Resolves when nothing waits any longer. */
  drain(): Promise<void>
}

export type CommitReport = { updates: number; rooms: number; bytes: number; ms: number }

export function createCommitLoop(options: {
  append: UpdateLog['append']
  now: () => number
  report?: ((commit: CommitReport) => void) | undefined
}): CommitLoop {
  const { append, now, report } = options
  let waiting: Waiting[] = []
  let waitingBytes = 0
  let running: Promise<void> | null = null
  let [submitted, settled] = [0, 0]
  let passing: { at: number; resolve: () => void }[] = []

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      const bytes = waitingBytes
      const begun = now()
      waiting = []
      waitingBytes = 0
      try {
        await append(batch)
      } catch (error) {
        // What came meanwhile may build on what is lost here: it must not reach the log without it.
        const lost = [...batch, ...waiting]
        waiting = []
        waitingBytes = 0
        for (const party of countByParty(lost).keys()) party.failed(error)
        settle(lost.length)
        continue
      }
      const counts = countByParty(batch)
      for (const [party, count] of counts) party.committed(count)
      settle(batch.length)
      report?.({ updates: batch.length, rooms: counts.size, bytes, ms: now() - begun })
    }
    running = null
  }

  function settle(count: number): void {
    settled += count
    for (const { at, resolve } of passing) if (at <= settled) resolve()
    passing = passing.filter(({ at }) => at > settled)
  }

  return {
    get waitingBytes() {
      return waitingBytes
    },
    submit(update) {
      waiting.push(update)
      submitted += 1
      waitingBytes += update.update.byteLength
      running ??= run()
    },
    passed: () =>
      new Promise((resolve) => {
        if (settled === submitted) resolve()
        else passing.push({ at: submitted, resolve })
      }),
    // One run goes on until nothing waits, what was submitted meanwhile included.
    drain: () => running ?? Promise.resolve(),
  }
}

function countByParty(updates: readonly Waiting[]): Map<Party, number> {
  const counts = new Map<Party, number>()
  for (const { party } of updates) counts.set(party, (counts.get(party) ?? 0) + 1)
  return counts
}

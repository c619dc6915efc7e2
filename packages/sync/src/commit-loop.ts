import type { PlanUpdate, UpdateLog } from './ports.ts'

/** What a room has to commit: one update, made of `messages` of its clients. */
export type Batch = PlanUpdate & { messages: number }

/** A room, as the loop knows it. */
export type Party = {
  /** Takes everything that waits in the room; null when nothing of it needs to be committed. */
  prepare(): Batch | null
  /** [S1] [S2] What was prepared is durable: only from here on may it be shown and acknowledged. */
  committed(): void
  /** What was prepared is not in the log. */
  failed(error: unknown): void
}

/**
 * The commit loop: takes what waits in every room that asked and writes it in one transaction; while it runs the next
 * batch gathers. Batches grow with load, one message waits for nothing, and there is no timer.
 */
export type CommitLoop = {
  /** Something waits in this room. */
  ask(party: Party): void
  /** Resolves when nothing waits any longer. */
  drain(): Promise<void>
}

export type CommitReport = { updates: number; rooms: number; bytes: number; ms: number }

export function createCommitLoop(options: {
  append: UpdateLog['append']
  now: () => number
  turn: () => Promise<void>
  report?: ((commit: CommitReport) => void) | undefined
}): CommitLoop {
  const { append, now, turn, report } = options
  let asking = new Set<Party>()
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    while (asking.size > 0) {
      // What has come already belongs together: one commit costs what one row of it does.
      await turn()
      const parties = asking
      asking = new Set()
      await commit(parties)
    }
    running = null
  }

  async function commit(parties: Iterable<Party>): Promise<void> {
    const begun = now()
    const prepared: Party[] = []
    const batches: Batch[] = []
    for (const party of parties) {
      const batch = party.prepare()
      if (batch === null) continue
      prepared.push(party)
      batches.push(batch)
    }
    if (batches.length === 0) return
    try {
      await append(batches)
    } catch (error) {
      for (const party of prepared) party.failed(error)
      return
    }
    for (const party of prepared) party.committed()
    report?.({
      updates: batches.reduce((sum, { messages }) => sum + messages, 0),
      rooms: batches.length,
      bytes: batches.reduce((sum, { update }) => sum + update.byteLength, 0),
      ms: now() - begun,
    })
  }

  return {
    ask(party) {
      asking.add(party)
      running ??= run()
    },
    // One run goes on until nothing waits, what came meanwhile included.
    drain: () => running ?? Promise.resolve(),
  }
}

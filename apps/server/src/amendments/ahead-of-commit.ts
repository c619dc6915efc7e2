import type { UpdateLog } from '@concerte/sync'

/**
 * Has something written before the next commit of the log. Called within an edit of the server's own, it is on the disk before
 * what the edit brings: a server that falls between the two knows afterwards what it was about. When it cannot be written,
 * nothing of that commit is.
 */
export type AheadOfCommit = (write: () => Promise<void>) => void

/** A log that keeps to it. */
export function createAheadOfCommit(log: UpdateLog): { log: UpdateLog; aheadOfCommit: AheadOfCommit } {
  let waiting: (() => Promise<void>)[] = []
  return {
    log: {
      ...log,
      async append(updates) {
        const writes = waiting
        waiting = []
        await Promise.all(writes.map((write) => write()))
        await log.append(updates)
      },
    },
    aheadOfCommit: (write) => {
      waiting.push(write)
    },
  }
}

import { setTimeout as delay } from 'node:timers/promises'

import type { Log } from '../log.ts'

export type Mailer = {
  /** Ends after the e-mail that is on its way, if there is one. */
  close(): Promise<void>
}

/** Runs rounds one after another, a while apart, until it is closed. */
export function startMailer(
  run: (signal: AbortSignal) => Promise<void>,
  { everyMs, log }: { everyMs: number; log: Pick<Log, 'error'> },
): Mailer {
  const stop = new AbortController()
  const running = keepRunning()
  return {
    async close() {
      stop.abort()
      await running
    },
  }

  async function keepRunning(): Promise<void> {
    while (!stop.signal.aborted) {
      try {
        await run(stop.signal)
      } catch (error) {
        log.error('mail-round-failed', {}, error)
      }
      await pause()
    }
  }

  async function pause(): Promise<void> {
    try {
      await delay(everyMs, undefined, { ref: false, signal: stop.signal })
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
  }
}

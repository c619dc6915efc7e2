import { keepFilesPrivate, readConfig } from '../../config.ts'
import { serve } from '../../main.ts'
import type { Terminal } from '../terminal.ts'

/** `concerte serve`: runs until the process is told to stop, then lets go of everyone and closes. */
export async function serveCommand({ environment, messages, out }: Terminal): Promise<0> {
  const stop = untilStopped()
  keepFilesPrivate()
  const config = readConfig(environment)
  const server = await serve(config)
  out(messages.serve.ready(server.url, config.dataDir))
  if (server.setupUrl !== null) out(messages.serve.setup(server.setupUrl))
  out(messages.serve.hint)
  await stop
  await server.close()
  out(messages.serve.stopping)
  return 0
}

const impatienceMs = 1_000

/**
 * Resolves at the first SIGINT or SIGTERM. A second one changes nothing for a moment, since npm and terminals say it
 * twice; then a SIGINT, from someone who waits, ends the process at once. What was marked saved is safe in any case.
 */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let stoppedAt: number | null = null
    const stop = (signal: NodeJS.Signals) => {
      if (stoppedAt === null) {
        stoppedAt = performance.now()
        resolve()
      } else if (signal === 'SIGINT' && performance.now() - stoppedAt > impatienceMs) {
        process.exit(130)
      }
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

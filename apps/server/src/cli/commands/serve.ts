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

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, as without a listener. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
      resolve()
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })
}

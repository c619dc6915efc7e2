import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The baseline of everything that goes through a browser: a Node process with one page and one relay. */
export type Bare = { url: string; stop(): Promise<void> }

export async function startBare(): Promise<Bare> {
  const child = fork(fileURLToPath(new URL('bare-child.ts', import.meta.url)), { env: {} })
  const gone = once(child, 'exit')
  const [port]: unknown[] = await Promise.race([once(child, 'message'), gone])
  if (child.exitCode !== null) throw new Error('the bare server did not start')
  return {
    url: `http://localhost:${String(port)}`,
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

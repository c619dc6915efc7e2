import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { createServer } from 'vite'

/**
 * The server and the web app together, for development: `npm run dev`. The page is Vite's and changes with the sources; Vite passes /api
 * and /sync on to the server. Ctrl-C, or the end of either, ends both.
 */
const apiPort = process.env['PORT'] ?? '4000'
process.env['CONCERTE_API'] = `http://localhost:${apiPort}`

const vite = await createServer({
  configFile: fileURLToPath(new URL('../apps/web/vite.config.ts', import.meta.url)),
  clearScreen: false,
})
await vite.listen()
const page = vite.resolvedUrls?.local[0]
if (page === undefined) throw new Error('Vite gives no local address')
const origin = new URL(page).origin

const server = spawn(
  process.execPath,
  [fileURLToPath(new URL('../apps/server/src/cli/concerte.ts', import.meta.url)), 'serve'],
  {
    stdio: 'inherit',
    // Links that the server writes open the page of Vite, which the browser then names as the origin.
    env: { PUBLIC_URL: origin, ...process.env, PORT: apiPort, ALLOWED_ORIGINS: origin },
  },
)
const ended = once(server, 'exit')

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // Ctrl-C in a terminal reaches the server by itself; a second signal to it would cut its orderly stop short.
    if (signal === 'SIGTERM' || !process.stdin.isTTY) server.kill(signal)
  })
}

await ended
await vite.close()
process.exitCode = server.exitCode ?? 0

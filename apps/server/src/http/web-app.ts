import { serveStatic } from '@hono/node-server/serve-static'
import { compress } from 'hono/compress'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Api } from './api.ts'

/** Every address that is not a file or another part of the server is a page of the app, which reads it in the browser. */
const page = /^\/(?!api\/|sync\/|assets\/|healthz$)[^.]*$/

/** The files of the web app as Vite builds them in `webDir`; names under /assets/ carry a hash of their content. */
export function addWebApp(api: Api, webDir: string): void {
  if (!existsSync(join(webDir, 'index.html'))) {
    const notBuilt = 'La page n’est pas construite. Lancez «\u00a0npm run build\u00a0», puis redémarrez.\n'
    api.get('*', (c, next) => (page.test(c.req.path) ? c.text(notBuilt, 503) : next()))
    return
  }
  const assets = serveStatic({
    root: webDir,
    precompressed: true,
    onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
  })
  const index = serveStatic({
    root: webDir,
    path: 'index.html',
    // Asked for again every time: it names the assets of the version that is installed.
    onFound: (_path, c) => c.header('cache-control', 'no-cache'),
  })
  const files = serveStatic({
    root: webDir,
    onFound: (_path, c) => c.header('cache-control', 'public, max-age=3600'),
  })
  const compressed = compress()
  api.get('/assets/*', compressed, assets)
  api.get('/:file{[\\w-]+\\.(?:svg|png|ico|txt|webmanifest)}', files)
  api.get('*', compressed, (c, next) => (page.test(c.req.path) ? index(c, next) : next()))
}

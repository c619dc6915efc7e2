import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Api, AppEnv } from './api.ts'

/** Every address that is not a file or another part of the server is a page of the app, which reads it in the browser. */
const page = /^\/(?!api\/|sync\/|assets\/|public\/|healthz$)[^.]*$/

/** The files of the web app as Vite builds them in `webDir`; names under /assets/ carry a hash of their content. */
export function addWebApp(api: Api, webDir: string): void {
  if (!existsSync(join(webDir, 'index.html'))) {
    const notBuilt = 'La page n’est pas construite. Lancez «\u00a0npm run build\u00a0», puis redémarrez.\n'
    api.get('*', (c, next) => (page.test(c.req.path) ? c.text(notBuilt, 503) : next()))
    return
  }
  const compressed = compress()
  api.get(
    '/assets/*',
    kept('public, max-age=31536000, immutable'),
    compressed,
    serveStatic({ root: webDir, precompressed: true }),
  )
  api.get(
    '/:file{[\\w-]+\\.(?:svg|png|ico|txt|webmanifest)}',
    kept('public, max-age=3600'),
    serveStatic({ root: webDir }),
  )
  // The service worker keeps the files of one version: an old one that is cached would hide the new.
  api.get('/sw.js', kept('no-cache'), compressed, serveStatic({ root: webDir }))
  const index = serveStatic({ root: webDir, path: 'index.html' })
  // Asked for again every time: it names the assets of the version that is installed.
  api.get('*', kept('no-cache'), compressed, (c, next) => (page.test(c.req.path) ? index(c, next) : next()))
}

/** How long browsers may keep a file that was found. */
function kept(cacheControl: string): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    if (c.res.ok) c.header('cache-control', cacheControl)
  }
}

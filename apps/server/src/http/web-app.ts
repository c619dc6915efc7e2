import { serveStatic } from '@hono/node-server/serve-static'
import { compress } from 'hono/compress'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import type { Api } from './api.ts'

/** The files of the web app as Vite builds them in `webDir`: names under /assets/ carry a hash of their content. */
export function addWebApp(api: Api, webDir: string): void {
  api.use('/assets/*', compress())
  api.get(
    '/assets/*',
    serveStatic({
      root: webDir,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  api.get(
    '/:file{[\\w-]+\\.(?:svg|png|ico|txt|webmanifest)}',
    serveStatic({ root: webDir, onFound: (_path, c) => c.header('cache-control', 'public, max-age=3600') }),
  )
  // Every other address is a page of the app, which reads it in the browser.
  const pages = /^\/(?!api\/|sync\/|assets\/|healthz$)[^.]*$/
  api.use('*', compress())
  api.get('*', async (c, next) => {
    if (!pages.test(c.req.path)) return next()
    if (!existsSync(join(webDir, 'index.html'))) {
      return c.text(
        'La page n’est pas construite. Lancez «\u00a0npm run build\u00a0», puis rechargez.\n',
        503,
      )
    }
    const serve = serveStatic({
      root: webDir,
      path: 'index.html',
      onFound: (_path, c) => c.header('cache-control', 'no-cache'),
    })
    return serve(c, next)
  })
}

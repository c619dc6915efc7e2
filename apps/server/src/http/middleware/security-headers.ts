import type { MiddlewareHandler } from 'hono'

import type { AppEnv } from '../api.ts'

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  // Covers the WebSocket of this origin too, in all browsers that the app supports.
  "connect-src 'self'",
  // The service worker; what it may load is said with it.
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What every answer tells the browser not to do. `https`: the public address is one. */
export function securityHeaders(https: boolean): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    // An upgraded connection has no document to protect, and its headers are written elsewhere.
    if (c.req.header('upgrade') !== undefined) return
    const nonce = c.get('styleNonce')
    const policy =
      nonce === undefined
        ? contentSecurityPolicy
        : contentSecurityPolicy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
    c.header('content-security-policy', c.get('contentPolicy') ?? policy)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'no-referrer')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('cross-origin-resource-policy', 'same-origin')
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    if (https) c.header('strict-transport-security', 'max-age=31536000')
    if (c.req.path.startsWith('/api/') && !c.res.headers.has('cache-control')) {
      c.header('cache-control', 'private, no-store')
    }
  }
}

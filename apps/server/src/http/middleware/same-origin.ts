import type { MiddlewareHandler } from 'hono'

import { ApiError } from '../../api-error.ts'
import type { AppEnv } from '../api.ts'

/**
 * Refuses what a page of another site could make a browser send with the visitor's cookie: every request that may
 * change something, and every WebSocket. Browsers send Origin with all of those. A request without one comes from a
 * program; it is taken when it carries no cookie, since then it can do nothing in anyone's name. A program that signs
 * in sends the Origin of the site, which it knows and no foreign page can forge.
 */
export function sameOrigin(allowed: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
    if (!isRead || c.req.header('upgrade') !== undefined) {
      const origin = c.req.header('origin')
      const isAllowed = origin === undefined ? c.req.header('cookie') === undefined : allowed.has(origin)
      if (!isAllowed) throw new ApiError('wrong-origin')
    }
    await next()
  }
}

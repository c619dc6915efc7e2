import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'

import type { Log } from '../../log.ts'
import type { AppEnv } from '../api.ts'

/** One line a request. The pattern of the route, not its path: the path of an invitation holds its secret. */
export function requestLog(log: Log, nowMs: () => number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const start = nowMs()
    await next()
    log.debug('request', {
      requestId: c.var.requestId,
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: nowMs() - start,
    })
  }
}

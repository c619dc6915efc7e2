import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'

import type { Metrics } from '../../operations/metrics.ts'
import type { AppEnv } from '../api.ts'

/** Counts every answer by the pattern of its route. */
export function requestMetrics(metrics: Pick<Metrics, 'request'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    metrics.request({ method: c.req.method, route: routePath(c), status: c.res.status })
  }
}

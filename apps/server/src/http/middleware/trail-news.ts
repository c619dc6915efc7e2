import type { PlanRooms } from '@concerte/sync'
import type { MiddlewareHandler } from 'hono'

import type { AppEnv } from '../api.ts'

/** Discussions have news of their own, and are not in the trail. */
const told = /^\/api\/projects\/([\w-]+)\/(?!threads\b)/

/** Whatever is done to a plan over HTTP may stand in its trail: whoever looks at it asks again once it is done. */
export function trailNews(rooms: Pick<PlanRooms, 'tell'>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    const isDeed = c.req.method !== 'GET' || c.req.path.includes('/export/')
    const [, projectId] = told.exec(c.req.path) ?? []
    if (c.res.ok && isDeed && projectId !== undefined) rooms.tell(projectId, 'trail')
  }
}

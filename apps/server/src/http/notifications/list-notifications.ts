import { notificationListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'

const route = createRoute({
  method: 'get',
  path: '/api/notifications',
  summary: 'What the caller was told of, in all plans',
  responses: answers('The newest hundred, and how many of all are unread', notificationListSchema),
})

const shown = 100

export function addListNotifications(
  api: Api,
  access: Access,
  { notifications }: Pick<Storage, 'notifications'>,
): void {
  api.openapi(route, async (c) => {
    const { user } = await access.signedIn(c)
    const [list, unread] = await Promise.all([
      notifications.list(user.id, shown),
      notifications.countUnread(user.id),
    ])
    return c.json({ notifications: list, unread }, 200)
  })
}

import { notificationsReadSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { emptyAnswer, jsonBody, type Api } from '../api.ts'

const route = createRoute({
  method: 'post',
  path: '/api/notifications/read',
  summary: 'Remember that the caller has read some notifications, or all',
  request: jsonBody(notificationsReadSchema),
  responses: emptyAnswer('Remembered; no e-mail of them any more'),
})

export function addMarkNotificationsRead(
  api: Api,
  access: Access,
  { notifications }: Pick<Storage, 'notifications'>,
): void {
  api.openapi(route, async (c) => {
    const { user } = await access.signedIn(c)
    await notifications.markRead(user.id, c.req.valid('json').ids)
    return c.body(null, 204)
  })
}

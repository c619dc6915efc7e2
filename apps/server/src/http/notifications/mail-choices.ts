import { mailChoicesSchema, notificationPreferencesSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { mailOf } from '../../notices/usual-mail.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, emptyAnswer, jsonBody, type Api } from '../api.ts'

const path = '/api/notifications/preferences'

const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'How the caller has notifications by e-mail',
  responses: answers('For each kind: not at all, once a day or at once', notificationPreferencesSchema),
})

const changeRoute = createRoute({
  method: 'put',
  path,
  summary: 'Choose how to have notifications by e-mail',
  request: jsonBody(mailChoicesSchema),
  responses: emptyAnswer('Chosen, for what waits to be sent too'),
})

export function addMailChoices(
  api: Api,
  access: Access,
  { notifications, mailWorks }: Pick<Storage, 'notifications'> & { mailWorks: boolean },
): void {
  api.openapi(readRoute, async (c) => {
    const { user } = await access.signedIn(c)
    const mail = mailOf(await notifications.mailChoices(user.id))
    return c.json({ mail, mailWorks }, 200)
  })
  api.openapi(changeRoute, async (c) => {
    const { user } = await access.signedIn(c)
    await notifications.chooseMail(user.id, c.req.valid('json').mail)
    return c.body(null, 204)
  })
}

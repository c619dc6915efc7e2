import { sessionSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Accounts } from '../../accounts/accounts.ts'
import { answers, setCookies, type Api } from '../api.ts'

const route = createRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Who is signed in',
  responses: answers('The person, or null', sessionSchema),
})

export function addReadSession(api: Api, accounts: Accounts): void {
  api.openapi(route, async (c) => {
    const identity = await accounts.identify(c.req.raw.headers)
    if (identity !== null) setCookies(c, identity.cookies)
    return c.json({ user: identity?.user ?? null }, 200)
  })
}

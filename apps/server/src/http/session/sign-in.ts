import { sessionSchema, signInSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Accounts } from '../../accounts/accounts.ts'
import type { AttemptLimits } from '../../accounts/attempt-limits.ts'
import { answers, jsonBody, setCookies, type Api } from '../api.ts'

const route = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'Sign in',
  request: jsonBody(signInSchema),
  responses: answers('The person; a cookie holds the session', sessionSchema),
})

export function addSignIn(api: Api, accounts: Accounts, limits: AttemptLimits): void {
  api.openapi(route, async (c) => {
    const credentials = c.req.valid('json')
    const who = { address: c.var.address, email: credentials.email }
    const { user, cookies } = await limits.attempt(who, () => accounts.signIn(credentials))
    setCookies(c, cookies)
    return c.json({ user }, 200)
  })
}

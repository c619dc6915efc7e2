import { sessionSchema, setupSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { Accounts } from '../../accounts/accounts.ts'
import type { AttemptLimits } from '../../accounts/attempt-limits.ts'
import type { SetupToken } from '../../accounts/setup-token.ts'
import { ApiError } from '../../api-error.ts'
import type { AccountStore } from '../../storage/port.ts'
import { answers, jsonBody, setCookies, type Api } from '../api.ts'

const route = createRoute({
  method: 'post',
  path: '/api/setup',
  summary: 'Make the first account, an administrator, and sign in',
  request: jsonBody(setupSchema),
  responses: answers('The administrator; a cookie holds the session', sessionSchema),
})

export function addSetUp(
  api: Api,
  options: { accounts: Accounts; store: AccountStore; limits: AttemptLimits; setupToken: SetupToken },
): void {
  const { accounts, store, limits, setupToken } = options

  api.openapi(route, async (c) => {
    const { token, ...account } = c.req.valid('json')
    await limits.attempt({ address: c.var.address }, async () => {
      if ((await store.count()) > 0) throw new ApiError('setup-closed')
      if (!setupToken.matches(token)) throw new ApiError('setup-token-invalid')
      const added = await store.addFirst(await accounts.prepare(account, true))
      if (added === 'not-first') throw new ApiError('setup-closed')
    })
    const { user, cookies } = await accounts.signIn(account)
    setCookies(c, cookies)
    return c.json({ user }, 200)
  })
}

import { createRoute } from '@hono/zod-openapi'

import type { Accounts } from '../../accounts/accounts.ts'
import type { OpenSockets } from '../../ws/open-sockets.ts'
import { emptyAnswer, setCookies, type Api } from '../api.ts'

const route = createRoute({
  method: 'delete',
  path: '/api/session',
  summary: 'Sign out; the open plans of this session are closed',
  responses: emptyAnswer('Signed out'),
})

export function addSignOut(api: Api, accounts: Accounts, sockets: OpenSockets): void {
  api.openapi(route, async (c) => {
    const identity = await accounts.identify(c.req.raw.headers)
    if (identity !== null) {
      const { cookies } = await accounts.signOut(c.req.raw.headers)
      setCookies(c, cookies)
      sockets.closeSession(identity.sessionId)
    }
    return c.body(null, 204)
  })
}

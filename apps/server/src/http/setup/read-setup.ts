import { setupStateSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { AccountStore } from '../../storage/port.ts'
import { answers, type Api } from '../api.ts'

const route = createRoute({
  method: 'get',
  path: '/api/setup',
  summary: 'Whether the first account is still to be made',
  responses: answers('Open or closed', setupStateSchema),
})

export function addReadSetup(api: Api, accounts: Pick<AccountStore, 'count'>): void {
  api.openapi(route, async (c) => c.json({ open: (await accounts.count()) === 0 }, 200))
}

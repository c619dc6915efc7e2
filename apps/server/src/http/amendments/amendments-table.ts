import { openPlan } from '@concerte/schema'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'

import { amendmentTable } from '../../amendments/amendment-rows.ts'
import { toCsv } from '../../csv.ts'
import { languages } from '../../language/language.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { refusal, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/amendments.csv',
  summary: 'The amendments to a plan as a table for spreadsheets',
  request: {
    params: projectParameters,
    query: z.object({ locale: z.enum(languages).default('fr') }),
  },
  responses: {
    200: { description: 'The table', content: { 'text/csv': { schema: { type: 'string' } } } },
    default: refusal,
  },
})

export function addAmendmentsTable(
  api: Api,
  access: Access,
  { amendments, rooms }: Pick<Storage, 'amendments'> & { rooms: Pick<PlanRooms, 'look'> },
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { locale } = c.req.valid('query')
    await access.toProject(c, projectId, 'reader')
    const all = await amendments.list(projectId)
    const table = await rooms.look(projectId, (doc) => amendmentTable(openPlan(doc), all, locale))
    return c.body(toCsv(table), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${locale === 'fr' ? 'amendements' : 'amendments'}.csv"`,
      'cache-control': 'private, no-store',
    })
  })
}

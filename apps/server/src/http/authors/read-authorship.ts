import { authorshipSchema } from '@concerte/api'
import type { AuthorRun } from '@concerte/schema'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import { updateToAuthors } from '../../plan.ts'
import type { AccountStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/authorship',
  summary: 'Who wrote each character of a plan',
  request: { params: projectParameters },
  responses: answers('Every text in runs of one author', authorshipSchema),
})

export function addReadAuthorship(
  api: Api,
  access: Access,
  accounts: Pick<AccountStore, 'names'>,
  rooms: Pick<PlanRooms, 'owners' | 'read'>,
): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    await access.toProject(c, projectId, 'reader')
    // The plan first: whatever it holds is claimed by then.
    const update = await rooms.read(projectId)
    const owners = await rooms.owners(projectId)
    const { texts, totals } = updateToAuthors(update, owners)
    const names = await accounts.names([...new Set(owners.values())])
    const people = [...new Set(owners.values())].map((userId) => ({
      userId,
      name: names.get(userId) ?? null,
    }))
    return c.json(
      authorshipSchema.parse({
        people,
        totals: totals.map(named),
        texts: texts.map(({ node, field, inBin, runs }) => ({ node, field, inBin, runs: runs.map(named) })),
      }),
      200,
    )
  })
}

function named({ author, length }: AuthorRun<string | null>) {
  return { userId: author, length }
}

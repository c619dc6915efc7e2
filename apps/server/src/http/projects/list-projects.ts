import { projectListSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import type { ProjectStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects',
  summary: 'The plans of the caller; all plans for an administrator',
  responses: answers('The plans, the latest change first', projectListSchema),
})

export function addListProjects(api: Api, access: Access, projects: ProjectStore): void {
  api.openapi(route, async (c) => {
    const { user } = await access.signedIn(c)
    const list = user.admin ? await projects.listAll() : await projects.listOf(user.id)
    return c.json({ projects: list }, 200)
  })
}

import { createdProjectSchema, newProjectSchema, projectIdSchema } from '@concerte/api'
import { actionsTemplate, emptyProject, orientationsTemplate } from '@concerte/schema'
import { createRoute } from '@hono/zod-openapi'
import { nanoid } from 'nanoid'

import { projectToUpdate } from '../../plan.ts'
import type { ProjectStore } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'

const route = createRoute({
  method: 'post',
  path: '/api/projects',
  summary: 'Start a plan from a template; the caller leads it',
  request: jsonBody(newProjectSchema),
  responses: answers('The new plan', createdProjectSchema),
})

const templates = { actions: actionsTemplate, orientations: orientationsTemplate }

export function addCreateProject(api: Api, access: Access, projects: ProjectStore): void {
  api.openapi(route, async (c) => {
    const { user } = await access.signedIn(c)
    const { template, academy, period } = c.req.valid('json')
    const id = projectIdSchema.parse(nanoid())
    const project = emptyProject({
      template: templates[template],
      title: 'Projet académique',
      academy,
      period,
    })
    await projects.add({ id, ...projectToUpdate(project), lead: user.id })
    return c.json({ id, unplaced: [] }, 200)
  })
}

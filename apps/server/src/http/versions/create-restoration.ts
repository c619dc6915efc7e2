import { newRestorationSchema, restorationSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'

import { ApiError } from '../../api-error.ts'
import type { Storage } from '../../storage/port.ts'
import { scopeName } from '../../versions/scope-name.ts'
import type { Versions } from '../../versions/versions.ts'
import type { Access } from '../access.ts'
import { answers, jsonBody, type Api } from '../api.ts'
import { describeRoute } from '../describe-route.ts'
import { projectParameters } from '../parameters.ts'
import { versionAnswer } from './version-answer.ts'

const description = 'What the version holds, and the version that keeps the plan as it was'

const route = createRoute({
  method: 'post',
  path: '/api/projects/{projectId}/restorations',
  summary:
    'Begin to restore a version, whole or a part of it (leads): keeps the plan as it is; the change itself is an edit of the caller’s',
  request: { params: projectParameters, ...jsonBody(newRestorationSchema) },
  responses: answers(description, restorationSchema),
  hide: true,
})

export function addCreateRestoration(
  api: Api,
  access: Access,
  storage: Pick<Storage, 'accounts' | 'trail' | 'versions'>,
  versions: Pick<Versions, 'keepBefore'>,
): void {
  describeRoute(api, route, { answer: 'Restoration', description })
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { versionId, scope } = c.req.valid('json')
    const { user } = await access.toPermitted(c, projectId, 'restore')
    const found = await storage.versions.read(projectId, versionId)
    if (found === null) throw new ApiError('not-found')
    const { version, project } = found
    const before = await versions.keepBefore(projectId, 'before-restore', user.id)
    const named = version.name === '' ? String(version.number) : version.name
    const event = { type: 'restored', version: named, what: scopeName(project, scope) } as const
    // The edit that follows is the caller's: nobody gets what they need for it before it is told.
    await storage.trail.add({ projectId, userId: user.id, event })
    const answer = { version: await versionAnswer(version, storage.accounts), project, before: before.id }
    return c.json(restorationSchema.parse(answer), 200)
  })
}

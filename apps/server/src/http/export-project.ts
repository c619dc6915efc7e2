import { exportFormatSchema, versionIdSchema, type ProjectId } from '@concerte/api'
import type { AmendmentRow } from '@concerte/formats'
import { openPlan, projectSchema, type Project } from '@concerte/schema'
import type { PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'

import { amendmentRows } from '../amendments/amendment-rows.ts'
import { ApiError } from '../api-error.ts'
import { exportName } from '../jobs/export-name.ts'
import type { PlanWriter } from '../jobs/plan-writer.ts'
import { languages, type Language } from '../language/language.ts'
import { updateToProject } from '../plan.ts'
import type { Storage } from '../storage/port.ts'
import type { Access } from './access.ts'
import { refusal, type Api } from './api.ts'
import { schemaReference } from './openapi.ts'
import { projectParameters } from './parameters.ts'

const binary = { schema: { type: 'string', format: 'binary' } } as const
const text = { schema: { type: 'string' } } as const

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/export/{format}',
  summary: 'The plan, or one version of it, as a file',
  request: {
    params: projectParameters.extend({ format: exportFormatSchema }),
    query: z.object({
      version: versionIdSchema.optional(),
      locale: z.enum(languages).default('fr'),
      /** What is printed after the plan: what became of the amendments. JSON has none. */
      annexes: z.enum(['amendments']).optional(),
    }),
  },
  responses: {
    200: {
      description: 'The file; Content-Disposition names it',
      content: {
        'application/pdf': binary,
        'text/html': text,
        'text/markdown': text,
        'application/json': { schema: schemaReference('Project') },
      },
    },
    default: refusal,
  },
})

export function addExportProject(
  api: Api,
  options: {
    access: Access
    rooms: Pick<PlanRooms, 'read' | 'look'>
    storage: Pick<Storage, 'amendments' | 'versions' | 'trail'>
    writePlan: PlanWriter
  },
): void {
  const { access, rooms, writePlan } = options
  const { amendments, versions, trail } = options.storage

  api.openapi(route, async (c) => {
    const { projectId, format } = c.req.valid('param')
    const { version, locale, annexes } = c.req.valid('query')
    const { user } = await access.toProject(c, projectId, 'reader')
    const { project, versionName } = await choose(projectId, version)
    const { bytes, contentType } = await writePlan(project, {
      format,
      locale,
      ...(annexes === 'amendments' && { annexes: { amendments: await fates(projectId, locale) } }),
      signal: c.req.raw.signal,
    })
    const event = { type: 'exported', format, version: versionName ?? null } as const
    // Nothing goes out that is not told.
    await trail.add({ projectId, userId: user.id, event })
    return c.body(bytes, 200, {
      'content-type': contentType,
      'content-disposition': disposition(exportName(project, { format, versionName })),
      'cache-control': 'private, no-store',
    })
  })

  async function fates(projectId: ProjectId, locale: Language): Promise<AmendmentRow[]> {
    const all = await amendments.list(projectId)
    return rooms.look(projectId, (doc) => amendmentRows(openPlan(doc), all, locale))
  }

  async function choose(
    projectId: ProjectId,
    version: string | undefined,
  ): Promise<{ project: Project; versionName?: string }> {
    if (version === undefined) return { project: updateToProject(await rooms.read(projectId)) }
    const found = await versions.read(projectId, version)
    if (found === null) throw new ApiError('not-found')
    return { project: projectSchema.parse(found.project), versionName: found.version.name }
  }
}

/** RFC 6266: a plain name for old clients, the true one in UTF-8 for all others. */
function disposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('–', '-')
    .replaceAll(/[^\w .()-]/g, '_')
  // encodeURIComponent leaves four characters that RFC 8187 does not.
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

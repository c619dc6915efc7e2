import { createdProjectSchema, projectIdSchema } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { nanoid } from 'nanoid'

import { ApiError } from '../../api-error.ts'
import type { PlanFileReader } from '../../jobs/plan-file-reader.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { answers, type Api } from '../api.ts'

/** 2 MB: the longest plan known is 60 kB of text. */
const sizeLimit = 2_000_000

const file = { schema: { type: 'string', format: 'binary' } } as const

const route = createRoute({
  method: 'post',
  path: '/api/projects/import',
  summary: 'Make a plan of a text or of a project exported as JSON; the caller leads it',
  request: {
    body: {
      required: true,
      description: 'The file as it is, 2 MB at most',
      content: { 'text/plain': file, 'application/json': file, 'application/octet-stream': file },
    },
  },
  middleware: bodyLimit({
    maxSize: sizeLimit,
    onError: () => {
      throw new ApiError('file-too-large')
    },
  }),
  responses: answers('The new plan, and the lines that it does not hold', createdProjectSchema),
})

export function addImportProject(
  api: Api,
  access: Access,
  { projects }: Pick<Storage, 'projects'>,
  readPlanFile: PlanFileReader,
): void {
  api.openapi(route, async (c) => {
    const { user } = await access.signedIn(c)
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const { axes, cover, update, unplaced } = await readPlanFile(bytes)
    if (axes === 0) throw new ApiError('import-empty')
    const id = projectIdSchema.parse(nanoid())
    await projects.add({ id, cover, update, lead: user.id, isImported: true })
    return c.json({ id, unplaced }, 200)
  })
}

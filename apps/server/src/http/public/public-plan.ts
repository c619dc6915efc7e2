import { exportFormatSchema, projectIdSchema, type ExportFormat } from '@concerte/api'
import { compress } from 'hono/compress'
import { z } from 'zod'

import { publicFiles } from '../../sealing/public-path.ts'
import type { SealStore } from '../../storage/validation-port.ts'
import type { Api, ApiContext } from '../api.ts'
import { missingPage } from './missing-page.ts'

/** Nothing runs and nothing is fetched; styles stand in the page itself. A browser shows a PDF as an object of its own. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

/** A sealed revision never changes. */
const forRevision = 'public, max-age=31536000, immutable'
/** The latest one is soon seen to be another; what is not there may be soon. */
const forLatest = 'public, max-age=60'

const parametersSchema = z.object({
  projectId: projectIdSchema,
  revision: z.union([z.literal('latest'), z.coerce.number().int().positive().max(1_000_000)]),
  format: exportFormatSchema,
})

/**
 * Sealed plans, for everyone: /public/{projectId} is the latest revision, /public/{projectId}/{revision} one for good, and its files
 * stand beside it as projet.pdf, projet.md, projet.json. Only what was sealed can be had here; a plan that never was, and one that does
 * not exist, are the same nothing.
 */
export function addPublicPlan(api: Api, seals: Pick<SealStore, 'file'>): void {
  api.use('/public/*', compress(), async (c, next) => {
    c.set('contentPolicy', policy)
    await next()
  })

  api.get('/public/:projectId', (c) => answer(c, { revision: 'latest', format: 'html' }))
  api.get('/public/:projectId/:revision', (c) =>
    answer(c, { revision: c.req.param('revision'), format: 'html' }),
  )
  api.get('/public/:projectId/:revision/:file{projet\\.(?:pdf|md|json)}', (c) =>
    answer(c, { revision: c.req.param('revision'), format: c.req.param('file').slice('projet.'.length) }),
  )
  api.get('/public/*', missing)

  async function answer(c: ApiContext, wanted: { revision: string; format: string }): Promise<Response> {
    const parameters = parametersSchema.safeParse({ projectId: c.req.param('projectId'), ...wanted })
    if (!parameters.success) return missing(c)
    const { projectId, revision, format } = parameters.data
    const file = await seals.file(projectId, revision, format)
    if (file === null) return missing(c)
    const headers = {
      etag: `"${file.sha256}"`,
      'cache-control': revision === 'latest' ? forLatest : forRevision,
    }
    // Weak where it was compressed on the way.
    if (c.req.header('if-none-match')?.includes(file.sha256) === true) return c.body(null, 304, headers)
    return c.body(Uint8Array.from(file.bytes), 200, {
      ...headers,
      'content-type': publicFiles[format].type,
      ...(format !== 'html' && { 'content-disposition': disposition(format) }),
    })
  }
}

/** A PDF is read where it opens, the others are taken along. */
function disposition(format: ExportFormat): string {
  return `${format === 'pdf' ? 'inline' : 'attachment'}; filename="projet.${format}"`
}

function missing(c: ApiContext): Response {
  return c.html(missingPage(c.var.language), 404, { 'cache-control': forLatest })
}

import { trailSchema, type TrailEntry } from '@concerte/api'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'

import { toCsv } from '../../csv.ts'
import { languages, type Language } from '../../language/language.ts'
import { trailWords } from '../../language/trail-words.ts'
import type { Storage } from '../../storage/port.ts'
import type { Access } from '../access.ts'
import { refusal, type Api } from '../api.ts'
import { projectParameters } from '../parameters.ts'

const route = createRoute({
  method: 'get',
  path: '/api/projects/{projectId}/trail',
  summary: 'Who did what and when: members, rights, phases, decisions, seals, restores, exports (leads)',
  request: {
    params: projectParameters,
    query: z.object({
      format: z.enum(['json', 'csv']).default('json'),
      locale: z.enum(languages).default('fr'),
    }),
  },
  responses: {
    200: {
      description: 'The entries, newest first',
      content: {
        'application/json': { schema: trailSchema },
        'text/csv': { schema: { type: 'string' } as const },
      },
    },
    default: refusal,
  },
})

export function addReadTrail(api: Api, access: Access, { trail }: Pick<Storage, 'trail'>): void {
  api.openapi(route, async (c) => {
    const { projectId } = c.req.valid('param')
    const { format, locale } = c.req.valid('query')
    await access.toPermitted(c, projectId, 'readTrail')
    const entries = await trail.list(projectId)
    if (format === 'json') return c.json({ entries }, 200)
    return c.body(toTable(entries, locale), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="journal.csv"',
      'cache-control': 'private, no-store',
    })
  })
}

function toTable(entries: readonly TrailEntry[], locale: Language): string {
  const { columns, events } = trailWords[locale]
  const rows = entries.map(({ number, at, userName, event, sha256, previousSha256 }) => {
    const { type, ...detail } = event
    const values = Object.values<unknown>(detail).flat()
    const told = values.filter((value) => value !== null && value !== '').join(' · ')
    return [String(number), at, userName ?? '', events[type], told, sha256, previousSha256 ?? '']
  })
  return toCsv([columns, ...rows])
}

import {
  comparisonAnswerSchema,
  amendmentChangeSchema,
  amendmentListSchema,
  amendmentRevisionsSchema,
  amendmentSchema,
  decisionResultSchema,
  decisionSchema,
  newAmendmentSchema,
  restorationSchema,
  versionContentSchema,
} from '@concerte/api'
import { blockTextSchema, projectSchema } from '@concerte/schema'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'

import type { Api, AppEnv } from './api.ts'

/**
 * Schemas that refer to themselves: the route library would follow them for ever, so zod itself writes them, and
 * routes point at them by name.
 */
const named = {
  BlockText: blockTextSchema,
  Project: projectSchema,
  VersionContent: versionContentSchema,
  Amendment: amendmentSchema,
  AmendmentList: amendmentListSchema,
  AmendmentRevisions: amendmentRevisionsSchema,
  NewAmendment: newAmendmentSchema,
  AmendmentChange: amendmentChangeSchema,
  Decision: decisionSchema,
  DecisionResult: decisionResultSchema,
  Restoration: restorationSchema,
  ComparisonAnswer: comparisonAnswerSchema,
}

export function schemaReference(name: keyof typeof named): { $ref: string } {
  return { $ref: referenceTo(name) }
}

/** Serves /api/openapi.json, made from the schemas that parse the requests. */
export function addOpenApi(api: Api): void {
  let document: ReturnType<typeof describeApi> | undefined
  api.get('/api/openapi.json', (c) => c.json((document ??= describeApi(api))))
}

/** The OpenAPI 3.1 document of what is registered so far. */
function describeApi(api: OpenAPIHono<AppEnv>) {
  const document = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Concerte',
      version: '0.1.0',
      description:
        'Co-write a French projet académique. Sessions are cookies made by POST /api/session; requests that change ' +
        'something and carry a cookie must also carry the Origin of the site. The plans themselves are edited over ' +
        'the WebSocket /sync/{projectId}, in the y-websocket wire format.',
      license: { name: 'AGPL-3.0-or-later' },
    },
  })
  const { components } = document
  return {
    ...document,
    components: { ...components, schemas: { ...components?.schemas, ...namedSchemas() } },
  }
}

function namedSchemas() {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: referenceTo, io: 'output' })
  // Their own addresses would change what `#` means inside them.
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _dialect, $id: _address, ...schema }]) => [id, schema]),
  )
}

function referenceTo(name: string): string {
  return `#/components/schemas/${name}`
}

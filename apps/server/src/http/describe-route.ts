import type { RouteConfig } from '@hono/zod-openapi'

import { refusal, type Api } from './api.ts'
import { schemaReference } from './openapi.ts'

type SchemaName = Parameters<typeof schemaReference>[0]

/** Describes a route whose bodies hold texts of the plan, which refer to themselves; the route itself is registered with `hide`. */
export function describeRoute(
  api: Api,
  route: RouteConfig,
  { body, answer, description }: { body?: SchemaName; answer: SchemaName; description: string },
): void {
  const json = (name: SchemaName) => ({ 'application/json': { schema: schemaReference(name) } })
  api.openAPIRegistry.registerPath({
    ...route,
    request: {
      ...route.request,
      ...(body !== undefined && { body: { required: true, content: json(body) } }),
    },
    responses: { 200: { description, content: json(answer) }, default: refusal },
  })
}

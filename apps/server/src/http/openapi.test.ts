import { expect, test } from 'vitest'
import { z } from 'zod'

import { setupApp } from '../testing/test-app.ts'

const operationSchema = z.object({
  summary: z.string().min(5),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']) })).optional(),
  responses: z.record(z.string().regex(/^(\d{3}|default)$/), z.object({ description: z.string().min(2) })),
})
const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), operationSchema),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
})

async function setupDocument() {
  const { api } = await setupApp()
  const response = await api.request('/api/openapi.json')
  const text = await response.text()
  return { api, text, document: documentSchema.parse(JSON.parse(text)) }
}

test('every registered route of the API is in the document', async () => {
  const { api, document } = await setupDocument()
  const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  )
  const registered = api.routes
    .filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && path !== '/api/openapi.json',
    )
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(documented.toSorted()).toEqual([...new Set(registered)].toSorted())
  expect(documented.length).toBeGreaterThan(15)
})

test('every parameter of a path is described, and every operation says what it refuses', async () => {
  const { document } = await setupDocument()
  for (const [path, operations] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    for (const operation of Object.values(operations)) {
      const described = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      expect(described.map(({ name }) => name)).toEqual(inPath)
      expect(Object.keys(operation.responses)).toContain('default')
    }
  }
})

test('every reference leads to a schema of the document', async () => {
  const { document, text } = await setupDocument()
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference)
  expect(references).toContain('#/components/schemas/Project')
  for (const reference of references) {
    expect(Object.keys(document.components.schemas)).toContain(
      reference?.replace('#/components/schemas/', ''),
    )
  }
})

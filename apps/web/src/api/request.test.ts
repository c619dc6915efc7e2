import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { afterEach, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { ApiError } from './api-error.ts'
import { getFile, getJson, sendFile, sendJson, sendOnly } from './request.ts'

const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  vi.unstubAllGlobals()
  for (const close of closers.splice(0)) await close()
})

/** A real server on a free port that answers everything with `answer`, as the page's own. */
async function setupServer(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  closers.push(close)
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${address.port}` })
  return { close }
}

function answerWith(status: number, body: string, headers: Record<string, string> = {}) {
  return (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, headers).end(body)
  }
}

const schema = z.object({ name: z.string() })

async function failureOf(request: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ApiError)) throw new Error('no ApiError', { cause: error })
  return error
}

it('an answer of the contract is given parsed', async () => {
  await setupServer(answerWith(200, '{"name":"Claire","other":1}'))
  expect(await getJson('/api/x', schema)).toEqual({ name: 'Claire' })
})

it('a refusal carries the server’s code, sentence and fields', async () => {
  const error = {
    code: 'invalid-request',
    message: 'Le nom manque.',
    fields: [{ path: 'name', message: 'vide' }],
  }
  await setupServer(answerWith(422, JSON.stringify({ error })))
  const failure = await failureOf(sendJson('POST', '/api/x', {}, schema))
  expect(failure.code).toBe('invalid-request')
  expect(failure.detail).toBe('Le nom manque.')
  expect(failure.fields).toEqual(error.fields)
})

it('an answer outside the contract is unexpected', async () => {
  await setupServer(answerWith(200, '{"name":1}'))
  expect((await failureOf(getJson('/api/x', schema))).code).toBe('unexpected-answer')
})

it('an answer that is not JSON is unexpected', async () => {
  await setupServer(answerWith(200, '<html>'))
  expect((await failureOf(getJson('/api/x', schema))).code).toBe('unexpected-answer')
})

it('a refusal with a code of a newer server is unexpected', async () => {
  await setupServer(answerWith(400, '{"error":{"code":"of-tomorrow","message":""}}'))
  expect((await failureOf(getJson('/api/x', schema))).code).toBe('unexpected-answer')
})

it('a proxy that answers for a server that is down is a network failure', async () => {
  await setupServer(answerWith(502, '<h1>Bad gateway</h1>'))
  expect((await failureOf(getJson('/api/x', schema))).code).toBe('network')
})

it('a server that is not there is a network failure', async () => {
  const { close } = await setupServer(answerWith(200, '{}'))
  await close()
  expect((await failureOf(getJson('/api/x', schema))).code).toBe('network')
})

it('a connection cut in the middle of an answer is a network failure', async () => {
  await setupServer((_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{"name":', () => response.destroy())
  })
  expect((await failureOf(getJson('/api/x', schema))).code).toBe('network')
})

it('an abort is not a failure to tell people of', async () => {
  await setupServer(() => undefined)
  const abort = new AbortController()
  const request = getJson('/api/x', schema, { signal: abort.signal })
  abort.abort()
  await expect(request).rejects.toMatchObject({ name: 'AbortError' })
})

it('a request says its language and its kind, and an empty answer is enough', async () => {
  const seen: IncomingMessage['headers'][] = []
  await setupServer((request, response) => {
    seen.push(request.headers)
    response.writeHead(204).end()
  })
  await sendOnly('POST', '/api/x', { a: 1 })
  await sendOnly('DELETE', '/api/x')
  expect(seen[0]).toMatchObject({ 'accept-language': 'fr', 'content-type': 'application/json' })
  expect(seen[1]?.['content-type']).toBeUndefined()
})

it('a file is sent byte for byte', async () => {
  await setupServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => response.end(JSON.stringify({ name: Buffer.concat(chunks).toString('hex') })))
  })
  const answer = await sendFile('/api/x', new Blob([new Uint8Array([0, 233, 255])]), 'text/plain', schema)
  expect(answer.name).toBe('00e9ff')
})

it.each([
  [
    `attachment; filename="projet.pdf"; filename*=UTF-8''Projet%20acad%C3%A9mique.pdf`,
    'Projet académique.pdf',
  ],
  ['attachment; filename="projet.pdf"', 'projet.pdf'],
  [`attachment; filename="projet.pdf"; filename*=UTF-8''%E9`, 'projet.pdf'],
  ['attachment', null],
])('a file comes with its name: %s', async (disposition, name) => {
  await setupServer(answerWith(200, 'corps', { 'content-disposition': disposition }))
  const file = await getFile('/api/x')
  expect(file.name).toBe(name)
  expect(await file.blob.text()).toBe('corps')
})

import { errorBodySchema, type ErrorCode } from '@concerte/api'
import type { z } from 'zod'

/** A browser, as far as the server can tell: it keeps cookies and sends the Origin of the site. */
export type Visitor = {
  readonly cookie: string
  /** `body`: bytes and strings go as they are, anything else as JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** Sends, expects a success and reads its body. */
  read<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T>
}

export function createVisitor(origin: string, fetch: (request: Request) => Promise<Response>): Visitor {
  const jar = new Map<string, string>()
  const visitor: Visitor = {
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    async send(method, path, body, headers = {}) {
      const response = await fetch(
        new Request(new URL(path, origin), {
          method,
          headers: {
            origin,
            ...(jar.size > 0 && { cookie: visitor.cookie }),
            ...(body !== undefined && { 'content-type': typeOf(body) }),
            ...headers,
          },
          ...(body !== undefined && { body: bytesOf(body) }),
        }),
      )
      keepCookies(response)
      return response
    },
    async read(schema, method, path, body) {
      const response = await visitor.send(method, path, body)
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return schema.parse(await response.json())
    },
  }
  return visitor

  function keepCookies(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split('; ')
      const [name = '', value = ''] = pair.split('=')
      if (attributes.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
  }
}

function typeOf(body: unknown): string {
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
}

function bytesOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (body instanceof Uint8Array) return Uint8Array.from(body)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/** The code of a refusal, whose message must be a text for people. */
export async function refusalCode(response: Response): Promise<ErrorCode> {
  const { error } = errorBodySchema.parse(await response.json())
  if (!/\S \S.*\.$/.test(error.message)) throw new Error(`No message for people: ${error.message}`)
  return error.code
}

import { errorBodySchema } from '@concerte/api'
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'

import { ApiError } from '../api-error.ts'
import type { Language } from '../language/language.ts'

/** What is needed of a TCP socket of Node. */
type IncomingSocket = {
  remoteAddress?: string | undefined
  destroyed?: boolean
  destroy?: () => void
  once?: (event: 'close', listener: () => void) => unknown
}
/**
 * `incoming` is absent in tests that call the app without a socket. `styleNonce`: of the one style element that an answer
 * carries; `contentPolicy`: the Content-Security-Policy of an answer that is no page of the application.
 */
export type AppEnv = {
  Bindings: { incoming?: { socket: IncomingSocket } }
  Variables: {
    requestId: string
    language: Language
    address: string
    styleNonce?: string
    contentPolicy?: string
  }
}
export type Api = OpenAPIHono<AppEnv>
export type ApiContext = Context<AppEnv>

/** An application whose requests are parsed with zod and refused as `invalid-request`, naming the fields. */
export function createApi(): Api {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return
      const { issues } = result.error
      const fields = issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      const isWeakPassword = issues.every(
        ({ code, path }) => code === 'too_small' && path.at(-1) === 'password',
      )
      throw new ApiError(isWeakPassword ? 'password-too-weak' : 'invalid-request', { fields })
    },
  })
}

/** A JSON answer of this form, and the form of every refusal. */
export function answers<S extends z.ZodType>(description: string, schema: S) {
  return {
    200: { description, content: { 'application/json': { schema } } },
    default: refusal,
  }
}

/** An answer without a body. */
export function emptyAnswer(description: string) {
  return { 204: { description }, default: refusal }
}

/** A JSON body that must be there. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } }
}

export const refusal = {
  description: 'Refused; `error.code` says why',
  content: { 'application/json': { schema: errorBodySchema } },
}

/** Adds values of Set-Cookie to the answer. */
export function setCookies(c: ApiContext, cookies: string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

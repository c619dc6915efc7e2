import { errorBodySchema } from '@concerte/api'
import type { z } from 'zod'

import { currentLocale } from '../i18n/locale.ts'
import { ApiError } from './api-error.ts'

export type RequestOptions = { signal?: AbortSignal }
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** GET `path`, parsed. Throws `ApiError`; an abort passes through as it is. */
export async function getJson<T>(path: string, schema: z.ZodType<T>, options?: RequestOptions): Promise<T> {
  return parsed(await send('GET', path, undefined, options), schema)
}

/** Sends `body` as JSON and reads the answer. Throws `ApiError`. */
export async function sendJson<T>(
  method: Method,
  path: string,
  body: unknown,
  schema: z.ZodType<T>,
): Promise<T> {
  return parsed(await send(method, path, jsonBody(body)), schema)
}

/** Sends `body`, where the answer holds nothing of interest. Throws `ApiError`. */
export async function sendOnly(method: Method, path: string, body?: unknown): Promise<void> {
  const response = await send(method, path, body === undefined ? undefined : jsonBody(body))
  await response.body?.cancel()
}

/** POSTs the bytes of a file as they are and reads the answer. Throws `ApiError`. */
export async function sendFile<T>(
  path: string,
  content: Blob,
  type: string,
  schema: z.ZodType<T>,
): Promise<T> {
  return parsed(await send('POST', path, { content, type }), schema)
}

/** GETs a file and the name that the server gives it. Throws `ApiError`. */
export async function getFile(
  path: string,
  options?: RequestOptions,
): Promise<{ blob: Blob; name: string | null }> {
  const response = await send('GET', path, undefined, options)
  try {
    return { blob: await response.blob(), name: fileName(response.headers.get('content-disposition')) }
  } catch (cause) {
    throw lost(cause)
  }
}

type Body = { content: Blob | string; type: string }

function jsonBody(value: unknown): Body {
  return { content: JSON.stringify(value), type: 'application/json' }
}

async function send(method: Method, path: string, body?: Body, options?: RequestOptions): Promise<Response> {
  const headers = new Headers({ accept: 'application/json, */*', 'accept-language': currentLocale() })
  if (body !== undefined) headers.set('content-type', body.type)
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) init.body = body.content
  if (options?.signal !== undefined) init.signal = options.signal
  let response: Response
  try {
    response = await fetch(new URL(path, location.origin), init)
  } catch (cause) {
    throw lost(cause)
  }
  if (!response.ok) throw await failure(response)
  return response
}

async function parsed<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const result = schema.safeParse(await jsonOf(response))
  if (!result.success) throw new ApiError('unexpected-answer', { cause: result.error })
  return result.data
}

async function failure(response: Response): Promise<ApiError> {
  // A proxy between answers in its own words; its page is no reason for the reader.
  const body = errorBodySchema.safeParse(await jsonOf(response).catch(() => null))
  if (!body.success) {
    const code = response.status >= 500 ? 'network' : 'unexpected-answer'
    return new ApiError(code, { cause: new Error(`HTTP ${response.status}`) })
  }
  const { code, message, fields } = body.data.error
  return new ApiError(code, { detail: message, fields: fields ?? [] })
}

async function jsonOf(response: Response): Promise<unknown> {
  let text: string
  try {
    text = await response.text()
  } catch (cause) {
    throw lost(cause)
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ApiError('unexpected-answer', { cause })
  }
}

function lost(cause: unknown): unknown {
  const aborted = cause instanceof DOMException && cause.name === 'AbortError'
  return aborted ? cause : new ApiError('network', { cause })
}

/** The name in a Content-Disposition header: the UTF-8 one first (RFC 6266). */
function fileName(header: string | null): string | null {
  if (header === null) return null
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      // A malformed name is no reason to lose the file: the plain one, if any, serves.
    }
  }
  return /filename="([^"]+)"/i.exec(header)?.[1] ?? null
}

import type { ErrorBody } from '@concerte/api'
import { HTTPException } from 'hono/http-exception'

import { ApiError, statusOf } from '../api-error.ts'
import { errorMessages } from '../language/error-messages.ts'
import type { Language } from '../language/language.ts'
import type { Log } from '../log.ts'
import type { ApiContext } from './api.ts'

/** The one place where an error becomes an answer. What is not ours is logged whole and answered as `internal`. */
export function answerError(error: unknown, c: ApiContext, log: Log): Response {
  const known = toApiError(error)
  const { requestId } = c.var
  if (known === null || statusOf[known.code] >= 500) log.error('request-failed', { requestId }, error)
  else log.debug('request-refused', { requestId, code: known.code })
  const refusal = known ?? new ApiError('internal', { detail: requestId })
  const answer = c.json(errorBody(refusal, c.var.language), statusOf[refusal.code])
  const isTold = answer.headers.has('retry-after')
  if (refusal.code === 'too-many-attempts' && !isTold) answer.headers.set('retry-after', '900')
  return answer
}

function errorBody({ code, detail, fields }: ApiError, language: Language): ErrorBody {
  const message = errorMessages[language][code].replace('{detail}', () => detail ?? '')
  return { error: { code, message, ...(fields !== undefined && { fields }) } }
}

function toApiError(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error
  // Hono's own refusals: a body that is not JSON, or of another type than the route takes.
  if (error instanceof HTTPException && error.status < 500) {
    return new ApiError(error.status === 413 ? 'file-too-large' : 'invalid-request', { cause: error })
  }
  return null
}

import type { ErrorCode } from '@concerte/api'

/** The server's codes, and two of the client's own: no answer came, or one that is not in the contract. */
export type ApiErrorCode = ErrorCode | 'network' | 'unexpected-answer'

export type FieldFault = { path: string; message: string }

/** A request that failed. `detail` is the server's sentence in the reader's language, empty when none came. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ApiErrorCode
  readonly detail: string
  readonly fields: readonly FieldFault[]

  constructor(
    code: ApiErrorCode,
    options: { detail?: string; fields?: readonly FieldFault[]; cause?: unknown } = {},
  ) {
    super(options.detail ?? code, { cause: options.cause })
    this.code = code
    this.detail = options.detail ?? ''
    this.fields = options.fields ?? []
  }
}

export function isApiError(error: unknown, ...codes: ApiErrorCode[]): error is ApiError {
  return error instanceof ApiError && (codes.length === 0 || codes.includes(error.code))
}

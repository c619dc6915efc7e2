import type { ErrorCode } from '@concerte/api'

/** A refusal that the caller is told of, by a stable code. `detail` completes the message (a character, a size). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly fields: { path: string; message: string }[] | undefined
  readonly detail: string | undefined
  constructor(
    code: ErrorCode,
    options: { fields?: { path: string; message: string }[]; detail?: string; cause?: unknown } = {},
  ) {
    super(code, { cause: options.cause })
    this.code = code
    this.fields = options.fields
    this.detail = options.detail
  }
}

/** The HTTP status of each code. */
export const statusOf = {
  'invalid-request': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'phase-forbids': 403,
  'not-found': 404,
  'wrong-origin': 403,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  'setup-closed': 409,
  'setup-token-invalid': 403,
  'email-taken': 409,
  'password-too-weak': 400,
  'invitation-invalid': 404,
  'last-lead': 409,
  'not-a-member': 409,
  'not-an-approver': 403,
  'text-changed': 409,
  'approvals-missing': 409,
  'seal-needed': 409,
  'reopening-needed': 409,
  'too-many-threads': 409,
  'too-many-amendments': 409,
  'not-your-axis': 403,
  'axis-locked': 403,
  'amendment-changed': 409,
  'amendment-decided': 409,
  'amendment-collision': 409,
  'amendment-gone': 409,
  'amendment-empty': 422,
  'file-too-large': 413,
  'file-unreadable': 422,
  'import-empty': 422,
  'pdf-unsupported-character': 422,
  'export-failed': 500,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>

import { z } from 'zod'

/** Stable codes of the API's errors: a code never changes its meaning. Texts for people are in the catalogues of server and web. */
export const errorCodeSchema = z.enum([
  'invalid-request',
  'not-signed-in',
  'forbidden',
  'phase-forbids',
  'not-found',
  'wrong-origin',
  'wrong-credentials',
  'too-many-attempts',
  'setup-closed',
  'setup-token-invalid',
  'email-taken',
  'password-too-weak',
  'invitation-invalid',
  'last-lead',
  'not-a-member',
  'not-an-approver',
  'text-changed',
  'approvals-missing',
  'seal-needed',
  'reopening-needed',
  'too-many-threads',
  'too-many-amendments',
  'not-your-axis',
  'axis-locked',
  'amendment-changed',
  'amendment-decided',
  'amendment-collision',
  'amendment-gone',
  'amendment-empty',
  'file-too-large',
  'file-unreadable',
  'import-empty',
  'pdf-unsupported-character',
  'export-failed',
  'unavailable',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** Body of every answer that is not a success. `message` is in the language of the request and says what to do. */
export const errorBodySchema = z.object({
  error: z.object({
    code: errorCodeSchema,
    message: z.string(),
    /** Where the request is wrong, as paths into it, for `invalid-request`. */
    fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>

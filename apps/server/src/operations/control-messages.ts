import { z } from 'zod'

import { operationProblems } from './operation-error.ts'

/** What a command of this machine asks of the running server: one line of JSON, answered by one. */
export const controlRequestSchema = z.object({ command: z.literal('restore'), file: z.string().max(4096) })
export type ControlRequest = z.infer<typeof controlRequestSchema>

export const controlAnswerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('restored'), plans: z.int(), accounts: z.int(), kept: z.string().nullable() }),
  z.object({ type: z.literal('refused'), problem: z.enum(operationProblems), detail: z.string() }),
])
export type ControlAnswer = z.infer<typeof controlAnswerSchema>

export const controlSocketName = 'control.sock'

import {
  axisLockSchema,
  phaseSchema,
  projectIdSchema,
  roleSchema,
  userIdSchema,
  workingGroupSchema,
} from '@concerte/api'
import { nodeIdSchema } from '@concerte/schema'
import { z } from 'zod'

// What is read out of the database is parsed like what comes over the wire: a row may be older than this code.

/** 0 and 1 (SQLite) or a boolean (PostgreSQL). */
const flagSchema = z.union([z.boolean(), z.number()]).transform(Boolean)

/** A count: a number, or text where the database counts in 64 bits (PostgreSQL). */
export const countSchema = z.coerce.number().int()

const projectColumns = z.object({
  id: projectIdSchema,
  title: z.string(),
  academy: z.string(),
  periodStart: z.number().nullable(),
  periodEnd: z.number().nullable(),
  createdAt: z.string(),
  phase: phaseSchema,
  compactedAt: z.string().nullable(),
  changedAt: z.string().nullable(),
})
export const projectRowSchema = projectColumns.transform(toProject)
export const projectRowWithRoleSchema = projectColumns
  .extend({ role: roleSchema })
  .transform(({ role, ...columns }) => Object.assign(toProject(columns), { role }))

function toProject(row: z.infer<typeof projectColumns>) {
  const { id, title, academy, periodStart, periodEnd, createdAt, phase, compactedAt, changedAt } = row
  const period = periodStart === null || periodEnd === null ? null : { start: periodStart, end: periodEnd }
  return { id, title, academy, period, phase, updatedAt: changedAt ?? compactedAt ?? createdAt }
}

export const memberRowSchema = z.object({
  userId: userIdSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
})

export const groupRowSchema = workingGroupSchema
export const userIdRowSchema = z.object({ userId: userIdSchema })
export const axisRowSchema = z.object({ axisId: nodeIdSchema })
export const groupAxisRowSchema = z.object({ axisId: nodeIdSchema.nullable() })
export const phaseRowSchema = z.object({ phase: phaseSchema })
export const lockRowSchema = axisLockSchema

export const invitationRowSchema = z.object({
  id: z.string(),
  projectId: projectIdSchema,
  role: roleSchema,
  reusable: flagSchema,
  createdBy: z.string(),
  createdById: userIdSchema,
  createdAt: z.string(),
  expiresAt: z.string(),
  uses: z.number(),
  revokedAt: z.string().nullable(),
})

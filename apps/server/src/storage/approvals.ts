import { userIdSchema, roleSchema, type ProjectId } from '@concerte/api'
import { z } from 'zod'

import type { Database, Now } from './database.ts'
import { areMembers } from './members.ts'
import { appendTrail } from './trail.ts'
import type { ApprovalStore, ApproverRecord } from './validation-port.ts'

export function createApprovalStore(db: Database, now: Now): ApprovalStore {
  return {
    approvers: (projectId) => readApprovers(db, projectId),

    nameApprovers: (projectId, approvers, by) =>
      db.transaction().execute(async (transaction) => {
        const ids = [...new Set(approvers)]
        if (!(await areMembers(transaction, projectId, ids))) return { type: 'not-a-member' }
        const before = (await readApprovers(transaction, projectId)).map(({ userId }) => userId)
        const added = ids.filter((id) => !before.includes(id))
        if (added.length === 0 && before.length === ids.length) return { type: 'named', added }
        await transaction.deleteFrom('approver').where('projectId', '=', projectId).execute()
        if (ids.length > 0) {
          const rows = ids.map((userId) => ({ projectId, userId }))
          await transaction.insertInto('approver').values(rows).execute()
        }
        const names = (await readApprovers(transaction, projectId)).map(({ name }) => name)
        await appendTrail(transaction, now, {
          projectId,
          userId: by,
          event: { type: 'approvers-named', names },
        })
        return { type: 'named', added }
      }),

    approve: (projectId, sha256, userId) =>
      db.transaction().execute(async (transaction) => {
        const approver = (await readApprovers(transaction, projectId)).find((one) => one.userId === userId)
        if (approver === undefined) return 'not-an-approver'
        if (approver.approvals.some((approval) => approval.sha256 === sha256)) return 'approved'
        await transaction.insertInto('approval').values({ projectId, sha256, userId, at: now() }).execute()
        await appendTrail(transaction, now, { projectId, userId, event: { type: 'approved', sha256 } })
        return 'approved'
      }),

    withdraw: (projectId, sha256, userId) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('approval')
          .where('projectId', '=', projectId)
          .where('sha256', '=', sha256)
          .where('userId', '=', userId)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return false
        await appendTrail(transaction, now, {
          projectId,
          userId,
          event: { type: 'approval-withdrawn', sha256 },
        })
        return true
      }),
  }
}

/** Whether everyone who was named approved this text; where nobody was named nobody did. */
export function isApproved(approvers: readonly ApproverRecord[], sha256: string): boolean {
  return (
    approvers.length > 0 &&
    approvers.every(({ approvals }) => approvals.some((approval) => approval.sha256 === sha256))
  )
}

const approverRowSchema = z.object({ userId: userIdSchema, name: z.string(), role: roleSchema })

/** Those who were named and are still members, by name. */
export async function readApprovers(db: Database, projectId: ProjectId): Promise<ApproverRecord[]> {
  const people = await db
    .selectFrom('approver')
    .innerJoin('member', (join) =>
      join
        .onRef('member.projectId', '=', 'approver.projectId')
        .onRef('member.userId', '=', 'approver.userId'),
    )
    .innerJoin('user', 'user.id', 'approver.userId')
    .where('approver.projectId', '=', projectId)
    .select(['approver.userId', 'user.name', 'member.role'])
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()
  const approvals = await db
    .selectFrom('approval')
    .where('projectId', '=', projectId)
    .select(['userId', 'sha256', 'at'])
    .orderBy('at', 'desc')
    .execute()
  return people.map((row) => {
    const { userId, name, role } = approverRowSchema.parse(row)
    const own = approvals.filter((approval) => approval.userId === userId)
    return { userId, name, role, approvals: own.map(({ sha256, at }) => ({ sha256, at })) }
  })
}

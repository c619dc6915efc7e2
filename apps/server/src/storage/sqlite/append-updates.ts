import type { DatabaseSync } from 'node:sqlite'

import { inTransaction } from './open-database.ts'
import { at, type PackedUpdates } from './packed.ts'

/**
 * The hot path: one commit of the log, in the thread that waits for the disk. @throws when any of it cannot be
 * written, and then none is
 */
export function createAppender(database: DatabaseSync): (updates: PackedUpdates) => void {
  const lastSeq = database.prepare(`select max(
    coalesce((select max("seq") from "planUpdate" where "projectId" = ?1), 0),
    coalesce((select max("seq") from "planState" where "projectId" = ?1), 0)) as "seq"`)
  lastSeq.setReturnArrays(true)
  const insert = database.prepare(
    'insert into "planUpdate" ("projectId", "seq", "userId", "createdAt", "update") values (?, ?, ?, ?, ?)',
  )
  const claim = database.prepare(
    'insert into "planClient" ("projectId", "clientId", "userId") values (?, ?, ?) on conflict do nothing',
  )
  const ownerOf = database.prepare(
    'select "userId" from "planClient" where "projectId" = ? and "clientId" = ?',
  )

  return ({ createdAt, plans, users, rows, bytes, claims }) => {
    inTransaction(database, 'BEGIN IMMEDIATE', () => {
      const seqs = plans.map((plan) => Number(Object.values(lastSeq.get(plan) ?? [])[0]))
      let offset = 0
      for (let n = 0; n < rows.length; n += 3) {
        const plan = rows[n] ?? 0
        const user = rows[n + 1] ?? 0
        const length = rows[n + 2] ?? 0
        const seq = at(seqs, plan) + 1
        seqs[plan] = seq
        const update = bytes.subarray(offset, offset + length)
        insert.run(at(plans, plan), seq, user === 0 ? null : at(users, user - 1), createdAt, update)
        offset += length
      }
      if (claims !== null) takeClaims(claims, plans, users)
    })
  }

  /** [S3] An id that is someone else's already is a broken invariant of the rooms: nothing of the batch is kept. */
  function takeClaims(claims: Float64Array, plans: string[], users: string[]): void {
    for (let n = 0; n < claims.length; n += 3) {
      const [plan, user, client = 0] = [at(plans, claims[n]), at(users, claims[n + 1]), claims[n + 2]]
      if (claim.run(plan, client, user).changes !== 0) continue
      if (ownerOf.get(plan, client)?.['userId'] !== user) {
        throw new Error('A Yjs client id is claimed that is someone else’s')
      }
    }
  }
}

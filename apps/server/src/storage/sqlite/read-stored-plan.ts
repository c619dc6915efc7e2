import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { z } from 'zod'

import { sha256Of } from '../sha256-of.ts'
import { inTransaction } from './open-database.ts'
import { createIndex, type PackedStoredPlan } from './packed.ts'

const stateKeySchema = z.object({ seq: z.number(), sha256: z.string() })
const stateSchema = z.object({ state: z.instanceof(Uint8Array) })
const countSchema = z.object({ count: z.number() })
const ownerSchema = z.tuple([z.number(), z.string()])

/** A plan's rows, read in one transaction. */
export type StoredRows = {
  /** The state that is to be used, and the number of the last row in it: null, 0 when the rows are whole without. */
  state: Uint8Array | null
  stateSeq: number
  /** The rows after it, in order. */
  updates: Uint8Array[]
  lastSeq: number
  /** When the last of the rows was written; null when there is none. */
  lastCreatedAt: string | null
  /** States that are there, newest last. */
  stateSeqs: number[]
  problems: string[]
}

/**
 * Reads a plan. A state counts from when it was verified on: until then the older one, and every row since, are there
 * and are used. What is trimmed goes with the older states in one transaction, so a row that an oldest state stands
 * for and that is there yet says that nothing is trimmed.
 * @throws when the plan is not whole: never an empty plan instead
 */
export function readStoredRows(database: DatabaseSync, projectId: string): StoredRows {
  const problems: string[] = []
  const states = database
    .prepare('select "seq", "sha256" from "planState" where "projectId" = ? order by "seq"')
    .all(projectId)
    .map((row) => stateKeySchema.parse(row))
  const readable = states.flatMap(({ seq, sha256 }) => {
    const state = readState(database, { projectId, seq, sha256 }, problems)
    return state === null ? [] : [{ seq, state }]
  })
  const oldest = states[0]
  const isWhole = oldest === undefined || countRowsUpTo(database, projectId, oldest.seq) > 0
  const base = isWhole ? { seq: 0, state: null } : readable[0]
  if (base === undefined) {
    throw new Error(`No state of the plan ${projectId} can be read: ${problems.join('; ')}`)
  }
  const rows = readUpdates(database, projectId, base.seq)
  if (base.state === null && rows.length === 0) {
    throw new Error(`The log holds nothing of the plan ${projectId}`)
  }
  const last = rows.at(-1)
  return {
    state: base.state,
    stateSeq: base.seq,
    updates: rows.map(([, update]) => update),
    lastSeq: last?.[0] ?? base.seq,
    lastCreatedAt: last?.[2] ?? null,
    stateSeqs: states.map(({ seq }) => seq),
    problems,
  }
}

/** The same with the owners of its Yjs clients, ready to be sent to another thread. */
export function loadPackedPlan(database: DatabaseSync, projectId: string): PackedStoredPlan {
  return inTransaction(database, 'BEGIN', () => {
    const { state, updates, problems } = readStoredRows(database, projectId)
    return { state, problems, ...joined(updates), ...readOwners(database, projectId) }
  })
}

/** The bytes of one state. @throws when they are not what was written */
export function readStateBytes(
  database: DatabaseSync,
  { projectId, seq, sha256 }: { projectId: string; seq: number; sha256: string },
): Uint8Array {
  const row = database
    .prepare('select "state" from "planState" where "projectId" = ? and "seq" = ?')
    .get(projectId, seq)
  const { state } = stateSchema.parse(row)
  if (sha256Of(state) !== sha256) throw new Error('its bytes are not those that were written')
  return state
}

function readState(
  database: DatabaseSync,
  key: { projectId: string; seq: number; sha256: string },
  problems: string[],
): Uint8Array | null {
  try {
    return readStateBytes(database, key)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    problems.push(`the state of ${key.projectId} at ${key.seq} cannot be read: ${reason}`)
    return null
  }
}

function countRowsUpTo(database: DatabaseSync, projectId: string, seq: number): number {
  const row = database
    .prepare('select count(*) as "count" from "planUpdate" where "projectId" = ? and "seq" <= ?')
    .get(projectId, seq)
  return countSchema.parse(row).count
}

function readUpdates(database: DatabaseSync, projectId: string, after: number) {
  const statement = database.prepare(
    'select "seq", "update", "createdAt" from "planUpdate" where "projectId" = ? and "seq" > ? order by "seq"',
  )
  statement.setReturnArrays(true)
  return statement.all(projectId, after).map((row) => toUpdateRow(Object.values(row)))
}

/** By hand: a schema would take longer than the reading of thousands of rows. */
function toUpdateRow([seq, update, createdAt]: SQLOutputValue[]): [number, Uint8Array, string] {
  if (typeof seq === 'number' && update instanceof Uint8Array && typeof createdAt === 'string') {
    return [seq, update, createdAt]
  }
  throw new TypeError('A row of the log is not what was written')
}

function joined(updates: Uint8Array[]): { lengths: Uint32Array; bytes: Uint8Array } {
  const bytes = new Uint8Array(updates.reduce((sum, update) => sum + update.byteLength, 0))
  let offset = 0
  for (const update of updates) {
    bytes.set(update, offset)
    offset += update.byteLength
  }
  return { lengths: Uint32Array.from(updates, (update) => update.byteLength), bytes }
}

function readOwners(database: DatabaseSync, projectId: string) {
  const statement = database.prepare('select "clientId", "userId" from "planClient" where "projectId" = ?')
  statement.setReturnArrays(true)
  const rows = statement.all(projectId).map((row) => ownerSchema.parse(row))
  const users = createIndex()
  const userOf = Uint32Array.from(rows, ([, user]) => users.indexOf(user))
  return { clients: Float64Array.from(rows, ([client]) => client), users: users.values, userOf }
}

import type { PlanUpdate, StoredPlan } from '@concerte/sync'

/**
 * A batch of the log on its way to the thread: what repeats is said once, and all bytes are one. A batch is one
 * message, whose cost hardly grows with the number of its updates.
 */
export type PackedUpdates = {
  createdAt: string
  plans: string[]
  users: string[]
  /** For each update: the index of its plan, that of its user plus one (0: the server's own), its length in bytes. */
  rows: Uint32Array
  bytes: Uint8Array
  /** For each new client id: the index of its plan, that of its user, the client id. Null: none, as nearly always. */
  claims: Float64Array | null
}

export function packUpdates(updates: readonly PlanUpdate[], createdAt: string): PackedUpdates {
  const plans = createIndex()
  const users = createIndex()
  const rows = new Uint32Array(3 * updates.length)
  const claims: number[] = []
  const bytes = new Uint8Array(updates.reduce((sum, { update }) => sum + update.byteLength, 0))
  let offset = 0
  let at = 0
  for (const { projectId, userId, update, claims: claimed } of updates) {
    const plan = plans.indexOf(projectId)
    rows[at] = plan
    rows[at + 1] = userId === null ? 0 : users.indexOf(userId) + 1
    rows[at + 2] = update.byteLength
    at += 3
    bytes.set(update, offset)
    offset += update.byteLength
    for (const { clientId, userId } of claimed) claims.push(plan, users.indexOf(userId), clientId)
  }
  return {
    createdAt,
    plans: plans.values,
    users: users.values,
    rows,
    bytes,
    claims: claims.length === 0 ? null : Float64Array.from(claims),
  }
}

/** A plan on its way from the thread, likewise. */
export type PackedStoredPlan = {
  state: Uint8Array | null
  lengths: Uint32Array
  bytes: Uint8Array
  clients: Float64Array
  users: string[]
  /** For each client its user's index. */
  userOf: Uint32Array
  /** What could not be read and was not needed. */
  problems: string[]
}

export function unpackStoredPlan(packed: PackedStoredPlan): StoredPlan {
  const { state, lengths, bytes, clients, users, userOf } = packed
  const updates: Uint8Array[] = []
  let offset = 0
  for (const length of lengths) {
    updates.push(bytes.subarray(offset, offset + length))
    offset += length
  }
  const owners = new Map<number, string>()
  clients.forEach((client, n) => owners.set(client, at(users, userOf[n])))
  return { state, updates, owners }
}

/** @throws when there is no such element: the sender and the receiver of a message disagree */
export function at<T>(values: readonly T[], index: number | undefined): T {
  const value = index === undefined ? undefined : values[index]
  if (value === undefined) throw new RangeError('A message of the database thread is incomplete')
  return value
}

export function createIndex(): { values: string[]; indexOf(value: string): number } {
  const indices = new Map<string, number>()
  const values: string[] = []
  return {
    values,
    indexOf(value) {
      const known = indices.get(value)
      if (known !== undefined) return known
      indices.set(value, values.length)
      values.push(value)
      return values.length - 1
    },
  }
}

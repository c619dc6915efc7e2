import * as Y from 'yjs'

import type { DecodedUpdate } from './decode-update.ts'
import type { Found, SpotFinder } from './spots.ts'
import { haveTheirPlaces } from './struct-lists.ts'
import { byClient, endOf, referencesOf, type Reference, type Struct, type Structs } from './structs.ts'

/**
 * `fresh`: it can be taken; `claims` are the client ids that it is the first to use. `early`: it builds on what is
 * not here, and can be taken once that is. `hostile`: no editor writes such a thing. `foreign`: it has structs under
 * a client id that is another's [S3].
 */
export type Verdict =
  | { type: 'fresh'; claims: number[]; added: AddedStruct[]; structs: Structs }
  | { type: 'early' | 'hostile' | 'foreign' }

/** A struct that is new to the document, and where it will stand. */
type AddedStruct = { struct: Struct; spot: Found }

/** Where the numbers of a client's structs end: sums beyond 2^53 would no longer be exact, and be undecodable in a state vector. */
const maxClock = 2 ** 48

/**
 * Looks at an update before the document takes it, at a cost that grows with the update and not with the plan.
 * @param doc everything that was accepted, committed or not
 * @param userId of its author; null for the server
 */
export function checkUpdate(
  { doc, owners, spots }: { doc: Y.Doc; owners: ReadonlyMap<number, string>; spots: SpotFinder },
  update: DecodedUpdate,
  userId: string | null,
): Verdict {
  if (!hasSaneNumbers(update)) return { type: 'hostile' }
  const structs = byClient(update)
  const problem = findGap(doc, structs, update)
  if (problem !== null) return { type: problem }
  if (!haveTheirPlaces(doc, structs)) return { type: 'hostile' }

  const added: AddedStruct[] = []
  const claims: number[] = []
  const spotOf = spots.ofStructs(structs)
  for (const [client, list] of structs) {
    const known = Y.getState(doc.store, client)
    const fresh = list.filter((struct) => endOf(struct) > known)
    if (fresh.length === 0) continue
    const ownership = whose(owners.get(client), known, userId)
    if (ownership === 'foreign') return { type: 'foreign' }
    if (ownership === 'claim') claims.push(client)
    for (const struct of fresh) {
      const spot = spotOf(struct)
      if (spot === 'impossible') return { type: 'hostile' }
      added.push({ struct, spot })
    }
  }
  return { type: 'fresh', claims, added, structs }
}

/** [S3] Whose a client id is, for good: its first user's. One that the plan has and nobody owns is the server's. */
function whose(owner: string | undefined, known: number, userId: string | null): 'own' | 'claim' | 'foreign' {
  if (userId === null) return owner === undefined ? 'own' : 'foreign'
  if (owner !== undefined) return owner === userId ? 'own' : 'foreign'
  return known === 0 ? 'claim' : 'foreign'
}

function hasSaneNumbers({ structs }: DecodedUpdate): boolean {
  return structs.every(
    (struct) =>
      endOf(struct) <= maxClock &&
      // A document within the document would be made here with the options that a stranger wrote.
      !(struct instanceof Y.Item && struct.content instanceof Y.ContentDoc),
  )
}

/** Whether each client's structs follow on what is known of it, and whatever they name is there. */
function findGap(doc: Y.Doc, structs: Structs, { ds }: DecodedUpdate): 'early' | 'hostile' | null {
  const ends = new Map<number, number>()
  for (const [client, list] of structs) {
    let end = Y.getState(doc.store, client)
    for (const struct of list) {
      if (struct.id.clock > end) return 'early'
      end = Math.max(end, endOf(struct))
    }
    ends.set(client, end)
  }
  const isThere = ({ client, clock }: Reference): boolean =>
    clock < (ends.get(client) ?? Y.getState(doc.store, client))
  for (const list of structs.values()) {
    for (const struct of list) {
      for (const reference of referencesOf(struct)) {
        // Yjs looks for what a client names of its own without asking whether it came.
        if (reference.client === struct.id.client && reference.clock >= struct.id.clock) return 'hostile'
        if (!isThere(reference)) return 'early'
      }
    }
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      // Yjs fails on those that delete nothing.
      if (len === 0) return 'hostile'
      if (!isThere({ client, clock: clock + len - 1 })) return 'early'
    }
  }
  return null
}

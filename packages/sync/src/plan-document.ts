import * as Y from 'yjs'

import { checkUpdate, type Verdict } from './check-update.ts'
import { decodeUpdate, type DecodedUpdate } from './decode-update.ts'
import { encodeMessage, MessageError, type RefusalCode } from './messages.ts'
import { toFrame } from './frames.ts'
import { openStoredPlan } from './open-stored-plan.ts'
import type { Access, StoredPlan } from './ports.ts'
import { createSpotFinder } from './spots.ts'
import { touchesOf } from './touches.ts'

/** What became of an update. `accepted`: `update` is to be committed; `nothing`: all of it was here before. */
export type Acceptance =
  | { type: 'accepted'; update: Uint8Array; claims: number[] }
  | { type: 'nothing' }
  | { type: 'early' }
  | { type: 'refused'; code: RefusalCode }

/**
 * The document of an open plan: everything that was accepted, committed or on its way into the log. What goes into the
 * log and to others is what Yjs itself made of an update, never the bytes that somebody sent.
 */
export type PlanDocument = {
  readonly doc: Y.Doc
  /** [S3] Whose each client id is. */
  readonly owners: ReadonlyMap<number, string>
  /** @throws {MessageError} when no editor writes such a thing. Any other error: the document is no longer what it was, and must be opened anew. */
  accept(update: Uint8Array, author: { userId: string; judge: Access['judge'] }): Acceptance
  /** Takes an edit of the server's own. */
  acceptOwn(update: Uint8Array, userId: string | null): Acceptance
  /** What the document holds beyond a state vector, as the frame that answers it. @throws {MessageError} */
  answer(stateVector: Uint8Array): Uint8Array
}

export function openPlanDocument(stored: StoredPlan, reportError: (error: unknown) => void): PlanDocument {
  const doc = openStoredPlan(stored, reportError).doc
  const owners = new Map(stored.owners)
  const spots = createSpotFinder(doc)
  /** The answer to whoever has nothing: made once for all who come before the next edit. */
  let wholeAnswer: Uint8Array | null = null

  let made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))

  function take(update: Uint8Array, userId: string | null, claims: number[]): Acceptance {
    made = []
    Y.applyUpdate(doc, update)
    const [first, ...more] = made
    if (first === undefined) return { type: 'nothing' }
    wholeAnswer = null
    if (userId !== null) for (const client of claims) owners.set(client, userId)
    // Yjs tidies formatting up in a transaction of its own.
    return { type: 'accepted', update: more.length === 0 ? first : Y.mergeUpdates(made), claims }
  }

  function check(decoded: DecodedUpdate, userId: string | null): Verdict {
    return checkUpdate({ doc, owners, spots }, decoded, userId)
  }

  return {
    doc,
    owners,
    accept(update, { userId, judge }) {
      const decoded = decodeUpdate(update)
      const verdict = check(decoded, userId)
      switch (verdict.type) {
        case 'hostile':
          throw new MessageError('an update that no editor writes')
        case 'early':
          return { type: 'early' }
        case 'foreign':
          return { type: 'refused', code: 'foreign-author' }
        case 'fresh': {
          const code = judge?.(doc, touchesOf({ doc, spots }, decoded, verdict.added)) ?? null
          return code === null ? take(update, userId, verdict.claims) : { type: 'refused', code }
        }
      }
    },
    acceptOwn(update, userId) {
      // Not counted: a plan that the server restores or imports may be as large as it likes.
      const verdict = check(Y.decodeUpdate(update), userId)
      if (verdict.type !== 'fresh') throw new Error(`The server’s own edit is ${verdict.type}`)
      return take(update, userId, verdict.claims)
    },
    answer(stateVector) {
      const isWhole = stateVector.byteLength === 1 && stateVector[0] === 0
      if (isWhole && wholeAnswer !== null) return wholeAnswer
      const answer = toFrame(encodeMessage({ type: 'syncStep2', update: encodeMissing(doc, stateVector) }))
      if (isWhole) wholeAnswer = answer
      return answer
    },
  }
}

/** @throws {MessageError} */
function encodeMissing(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector)
  } catch (cause) {
    throw new MessageError('not a state vector', { cause })
  }
}

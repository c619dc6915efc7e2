import { bringWordsBack, openPlan } from '@concerte/schema'
import * as Y from 'yjs'

import { checkUpdate, type Verdict } from './check-update.ts'
import { countParts, decodeUpdate, type DecodedUpdate } from './decode-update.ts'
import { MessageError, type RefusalCode } from './messages.ts'
import { encodeFrame } from './frames.ts'
import { wordsTakenAlong, wordsTooLate } from './late-words.ts'
import { walkFar } from './long-walks.ts'
import { openStoredPlan } from './open-stored-plan.ts'
import type { Access, Claim, StoredPlan } from './ports.ts'
import { createSpotFinder, type SpotFinder } from './spots.ts'
import { touchesOf } from './touches.ts'
import { mustBeTried } from './trials.ts'
import { trimKnown } from './trim-update.ts'

/** What became of an update. `taken`: it, or what was new of it, is in the document. */
export type Acceptance =
  | { type: 'taken' }
  /** It builds on what is not here. */
  | { type: 'early' }
  | { type: 'refused'; code: RefusalCode }
  /** It may be taken when a copy of the plan has taken it in well. `update`: what is new of it. */
  | { type: 'heavy'; update: Uint8Array; parts: number }

/** `roots`: the names of the root types in which something changed. `hasMore`: it holds more than what was accepted. */
export type Gathered = {
  update: Uint8Array
  claims: Claim[]
  roots: ReadonlySet<string>
  hasMore: boolean
}

/**
 * The document of an open plan: everything that was accepted, committed or on its way into the log. What goes into the
 * log and to others is what Yjs itself made of the updates, never the bytes that somebody sent.
 */
export type PlanDocument = {
  readonly doc: Y.Doc
  /** False while nobody needed more of the plan than its stored bytes. @see openPlanDocument */
  readonly isOpen: boolean
  /** [S3] Whose each client id is. */
  readonly owners: ReadonlyMap<number, string>
  /**
   * Runs `take`, which accepts any number of updates, as one transaction; gives what they made together, null when
   * nothing of it was new. @throws when Yjs does: the document is then no longer what it was, and must be opened anew
   */
  gather(take: () => void): Gathered | null
  /** Parts of updates that were taken since it was opened. */
  readonly parts: number
  /**
   * Within `gather`.
   * @param author `triedAt`: what `parts` was when the copy was made that took this update in well; null: none did yet
   * @throws {MessageError} when no editor writes such a thing
   */
  accept(
    update: Uint8Array,
    author: { userId: string; judge: Access['judge']; triedAt: number | null },
  ): Acceptance
  /** Within `gather`: an edit of the server's own. */
  acceptOwn(update: Uint8Array, userId: string | null): void
  /** What the document holds beyond a state vector, as the frame that answers it. @throws {MessageError} */
  answer(stateVector: Uint8Array): Uint8Array
}

/** Yjs client ids that one update may use first: one a page load, and a device may come back with many. */
const maxClaims = 256

/**
 * A plan whose log is one state is told to whoever has nothing as the bytes that are stored; its document is made of
 * them when somebody first needs it, which takes a long plan a tenth of a second.
 * @throws when what is stored cannot be read, now or at the first need
 */
export function openPlanDocument(stored: StoredPlan, reportError: (error: unknown) => void): PlanDocument {
  const owners = new Map(stored.owners)
  const onlyState = stored.updates.length === 0 ? stored.state : null
  /** The answer to whoever has nothing: made once for all who come before the next edit. */
  let wholeAnswer = onlyState === null ? null : toAnswer(onlyState)
  let parts = 0
  let made: Uint8Array[] = []
  let claims: Claim[] = []
  let roots = new Set<string>()
  let hasMore = false
  /** [S3] By user: the client ids under which words of theirs are written again. */
  const secondHands = new Map<string, number>()
  let opened: { doc: Y.Doc; spots: SpotFinder } | null = null
  if (onlyState === null) open()

  function open(): { doc: Y.Doc; spots: SpotFinder } {
    if (opened !== null) return opened
    const { doc } = openStoredPlan(stored, reportError)
    const spots = createSpotFinder(doc)
    doc.on('update', (update: Uint8Array) => made.push(update))
    doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
      for (const type of changed.keys()) roots.add(spots.rootOf(type))
    })
    opened = { doc, spots }
    return opened
  }

  function take(
    update: Uint8Array,
    decoded: DecodedUpdate,
    { userId, claimed, judge }: { userId: string | null; claimed: readonly number[]; judge: Access['judge'] },
  ): void {
    const { doc } = open()
    if (userId !== null) for (const clientId of claimed) claim(clientId, userId)
    const along = wordsTakenAlong(doc, decoded)
    Y.applyUpdate(doc, update)
    const late = [...along, ...wordsTooLate(doc, decoded)]
    if (late.length === 0) return
    const plan = openPlan(doc)
    const mayWrite = (node: string) =>
      judge === null ||
      judge(doc, [
        { root: 'nodes', keys: [node, 'text'], isValue: false, change: 'add', value: undefined },
      ]) === null
    for (const words of late) {
      const isBack = writeAs(owners.get(words.client), () => bringWordsBack(plan, words, mayWrite))
      hasMore ||= isBack
    }
  }

  function claim(clientId: number, userId: string): void {
    owners.set(clientId, userId)
    claims.push({ clientId, userId })
  }

  /** Undefined: as the server itself. */
  function writeAs<T>(userId: string | undefined, write: () => T): T {
    const { doc } = open()
    const { clientID } = doc
    if (userId !== undefined) {
      const known = secondHands.get(userId)
      doc.clientID = known ?? new Y.Doc().clientID
      secondHands.set(userId, doc.clientID)
      if (known === undefined) claim(doc.clientID, userId)
    }
    try {
      return write()
    } finally {
      doc.clientID = clientID
    }
  }

  function check(decoded: DecodedUpdate, userId: string | null): Verdict {
    return checkUpdate({ ...open(), owners }, decoded, userId)
  }

  return {
    get doc() {
      return open().doc
    },
    get isOpen() {
      return opened !== null
    },
    owners,
    gather(run) {
      made = []
      claims = []
      roots = new Set()
      hasMore = false
      open().doc.transact(run)
      const [first, ...more] = made
      if (first === undefined) return null
      wholeAnswer = null
      // Yjs tidies formatting up in a transaction of its own.
      return { update: more.length === 0 ? first : Y.mergeUpdates(made), claims, roots, hasMore }
    },
    get parts() {
      return parts
    },
    accept(told, { userId, judge, triedAt }) {
      const { doc, spots } = open()
      const { update, decoded } = trimKnown(doc, told, decodeUpdate(told))
      const verdict = check(decoded, userId)
      switch (verdict.type) {
        case 'hostile':
          throw new MessageError('an update that no editor writes')
        case 'early':
          return { type: 'early' }
        case 'foreign':
          return { type: 'refused', code: 'foreign-author' }
        case 'fresh': {
          if (verdict.claims.length > maxClaims) throw new MessageError('too many new client ids')
          const code = judge?.(doc, touchesOf({ doc, spots }, decoded, verdict.added)) ?? null
          if (code !== null) return { type: 'refused', code }
          const count = countParts(decoded)
          const since = triedAt === null ? null : parts - triedAt
          if (mustBeTried(count, since) || (since === null && walkFar(doc, verdict.structs)))
            return { type: 'heavy', update, parts: count }
          parts += count
          take(update, decoded, { userId, claimed: verdict.claims, judge })
          return { type: 'taken' }
        }
      }
    },
    acceptOwn(update, userId) {
      // Not counted: a plan that the server restores or imports may be as large as it likes.
      const decoded = Y.decodeUpdate(update)
      const verdict = check(decoded, userId)
      if (verdict.type !== 'fresh') throw new Error(`The server’s own edit is ${verdict.type}`)
      parts += countParts(decoded)
      take(update, decoded, { userId, claimed: verdict.claims, judge: null })
    },
    answer(stateVector) {
      const isWhole = stateVector.byteLength === 1 && stateVector[0] === 0
      if (isWhole && wholeAnswer !== null) return wholeAnswer
      const answer = toAnswer(encodeMissing(open().doc, stateVector))
      if (isWhole) wholeAnswer = answer
      return answer
    },
  }
}

function toAnswer(update: Uint8Array): Uint8Array {
  return encodeFrame({ type: 'syncStep2', update })
}

/** @throws {MessageError} */
function encodeMissing(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector)
  } catch (cause) {
    throw new MessageError('not a state vector', { cause })
  }
}

// One closure over one plan: its document, members and commits change together, and apart would hand all of that around.
import * as Y from 'yjs'

import { createUpdateChecker } from './check-update.ts'
import { closeCodes, type Closing } from './close-codes.ts'
import type { CommitLoop } from './commit-loop.ts'
import { decodeUpdate, type DecodedUpdate } from './decode-update.ts'
import { decodeMessage, encodeMessage, MessageError, type Message } from './messages.ts'
import { openStoredPlan } from './open-stored-plan.ts'
import type { Connection, StoredPlan, UpdateLog } from './ports.ts'
import { createPresenceRoom, emptyPresence } from './presence.ts'

/** One client in a room. `receive` takes one frame, in order; after `leave` it does nothing. */
export type Session = { receive(frame: Uint8Array): void; leave(): void }

/**
 * One open plan. Its document holds committed updates and nothing else, so that whatever is read from it is durable:
 * [S1] an update is in the log before anyone sees it, [S2] and before its author is told that it is saved.
 * Longer than most files: receiving, committing, showing and acknowledging share the members, and their order is the promise.
 */
export type Room = {
  join(connection: Connection): Session
  /** Submits an edit of the server's own; resolves when it is durable and shown. */
  submit(userId: string | null, update: Uint8Array): Promise<void>
  /** Closes the connections of one person, or of everyone. */
  disconnect(closing: Closing, userId?: string): void
  compact(): Promise<void>
  readonly doc: Y.Doc
  readonly isIdle: boolean
  /** The document is no longer what the log says: nobody may read it, and the plan must be opened anew. */
  readonly isSpoiled: boolean
}

type Member = {
  connection: Connection
  asksSaved: boolean
  /** Answered the state vector of the server, with everything that it had until then. */
  hasToldAll: boolean
  /** Document messages received, and how many of them, from the first on, are durable. */
  received: number
  durable: number
  /** Submitted and not yet durable: for each the count of messages that its commit makes durable. */
  pending: { upTo: number }[]
  lastSentAt: number
}

type Ports = {
  log: UpdateLog
  loop: CommitLoop
  now: () => number
  onCommit: (doc: Y.Doc) => void
  onIdle: () => void
  reportError: (error: unknown) => void
}

/** Rows after which a plan is compacted while people still write in it. */
const compactEvery = 500
/** A stock client takes a line for dead after 30 s without a message: answer its presence when nothing else was sent for this long. */
const quietMs = 10_000

export function createRoom(projectId: string, stored: StoredPlan, ports: Ports): Room {
  const { doc, skipped } = openStoredPlan(stored, ports.reportError)
  const checker = createUpdateChecker(doc)
  const members = new Set<Member>()
  const presence = createPresenceRoom()
  let seq = stored.seq
  let rowsSinceCompaction = stored.updates.length
  let submitted = 0
  let isSpoiled = false

  function send(member: Member, message: Message): void {
    sendFrame(member, encodeMessage(message))
  }

  function sendFrame(member: Member, frame: Uint8Array): void {
    member.lastSentAt = ports.now()
    member.connection.send(frame)
  }

  function submitUpdate(
    userId: string | null,
    { update, decoded, author }: { update: Uint8Array; decoded: DecodedUpdate; author: Member | null },
    settled: (error?: unknown) => void,
  ): void {
    submitted += 1
    checker.expect(decoded)
    ports.loop.submit({
      projectId,
      userId,
      update,
      onCommit(row) {
        submitted -= 1
        seq = row
        rowsSinceCompaction += 1
        try {
          take(update)
          show(update, author)
          settled()
        } catch (error) {
          if (!isSpoiled) spoil(row, author)
          settled(error)
        }
        checker.settle(decoded)
        if (rowsSinceCompaction >= compactEvery) compact().catch(ports.reportError)
        releaseWhenIdle()
      },
      onFailure(error) {
        submitted -= 1
        checker.forget()
        settled(error)
        releaseWhenIdle()
      },
    })
  }

  /** Applies what is in the log now. @throws when Yjs cannot, or could not before */
  function take(update: Uint8Array): void {
    if (isSpoiled) throw new Error('The plan must be opened anew')
    Y.applyUpdate(doc, update)
  }

  /** [S5] Half of a row is in the document: the row goes, and everyone but its author comes back to the plan without it. */
  function spoil(row: number, author: Member | null): void {
    isSpoiled = true
    ports.log.discard(projectId, row).catch(ports.reportError)
    if (author !== null) expel(author)
    disconnect(closeCodes.unavailable)
  }

  function expel(member: Member): void {
    if (!members.has(member)) return
    member.connection.close(closeCodes.badMessage)
    leave(member)
  }

  function show(update: Uint8Array, author: Member | null): void {
    const frame = encodeMessage({ type: 'update', update })
    for (const member of members) if (member !== author) sendFrame(member, frame)
    try {
      ports.onCommit(doc)
    } catch (error) {
      ports.reportError(error)
    }
  }

  async function compact(): Promise<void> {
    if (rowsSinceCompaction === 0 || isSpoiled || skipped > 0) return
    rowsSinceCompaction = 0
    await ports.log.compact(projectId, Y.encodeStateAsUpdate(doc), seq)
  }

  function releaseWhenIdle(): void {
    if (members.size === 0 && submitted === 0) ports.onIdle()
  }

  function receive(member: Member, message: Message): void {
    switch (message.type) {
      case 'syncStep1':
        return send(member, { type: 'syncStep2', update: encodeMissing(doc, message.stateVector) })
      case 'syncStep2':
        member.hasToldAll = true
        return receiveUpdate(member, message.update)
      case 'update':
        return receiveUpdate(member, message.update)
      case 'awareness':
        return receivePresence(member, message.update)
      case 'queryAwareness':
        return sendEveryone(member)
      case 'askSaved':
        member.asksSaved = true
        return send(member, { type: 'access', canWrite: member.connection.canWrite })
      case 'acknowledged':
      case 'refused':
      case 'access':
        throw new MessageError('a message that only servers send')
    }
  }

  function receiveUpdate(member: Member, update: Uint8Array): void {
    const decoded = decodeUpdate(update)
    const isEmpty = decoded.structs.length === 0 && decoded.ds.clients.size === 0
    if (!member.connection.canWrite) {
      // [S4] A stock client answers every state vector, usually with nothing: that is no offence.
      if (!isEmpty) refuse(member)
      return
    }
    member.received += 1
    if (isEmpty) return receiveNothing(member)
    switch (checker.check(decoded)) {
      case 'hostile':
        throw new MessageError('an update that no editor writes')
      case 'early':
        // A stock client sends what is typed before it has answered our state vector; the answer says it again.
        if (member.hasToldAll || member.asksSaved) lose(member)
        return
      case 'taken':
    }
    const pending = { upTo: member.received }
    member.pending.push(pending)
    submitUpdate(member.connection.identity.userId, { update, decoded, author: member }, (error) => {
      member.pending.shift()
      if (error === undefined) return acknowledge(member, pending.upTo)
      ports.reportError(error)
      lose(member)
    })
  }

  /** Something of this client is missing here: it still has its words, and brings all of them when it comes back. */
  function lose(member: Member): void {
    if (!members.has(member)) return
    member.connection.close(closeCodes.unavailable)
    leave(member)
  }

  function receiveNothing(member: Member): void {
    const last = member.pending.at(-1)
    if (last === undefined) acknowledge(member, member.received)
    else last.upTo = member.received
  }

  function acknowledge(member: Member, upTo: number): void {
    member.durable = upTo
    if (member.asksSaved && members.has(member)) send(member, { type: 'acknowledged', count: member.durable })
  }

  function refuse(member: Member): void {
    if (member.asksSaved) send(member, { type: 'refused', code: 'forbidden' })
    member.connection.close(closeCodes.forbidden)
  }

  function receivePresence(member: Member, update: Uint8Array): void {
    const relayed = presence.receive(member, member.connection.identity, update)
    if (relayed !== null) {
      const frame = encodeMessage({ type: 'awareness', update: relayed })
      for (const other of members) if (other !== member) sendFrame(other, frame)
    }
    if (ports.now() - member.lastSentAt > quietMs) send(member, { type: 'awareness', update: emptyPresence })
  }

  function sendEveryone(member: Member): void {
    const everyone = presence.everyone()
    if (everyone !== null) send(member, { type: 'awareness', update: everyone })
  }

  function leave(member: Member): void {
    if (!members.delete(member)) return
    const left = presence.leave(member)
    if (left !== null) {
      const frame = encodeMessage({ type: 'awareness', update: left })
      for (const other of members) sendFrame(other, frame)
    }
    releaseWhenIdle()
  }

  function disconnect(closing: Closing, userId?: string): void {
    for (const member of Array.from(members)) {
      if (userId !== undefined && member.connection.identity.userId !== userId) continue
      member.connection.close(closing)
      leave(member)
    }
  }

  return {
    doc,
    compact,
    get isIdle() {
      return members.size === 0 && submitted === 0
    },
    get isSpoiled() {
      return isSpoiled
    },
    join(connection) {
      if (isSpoiled) {
        connection.close(closeCodes.unavailable)
        return { receive: () => undefined, leave: () => undefined }
      }
      const member: Member = {
        connection,
        asksSaved: false,
        hasToldAll: false,
        received: 0,
        durable: 0,
        pending: [],
        lastSentAt: ports.now(),
      }
      members.add(member)
      // Readers are not asked what they have: the server would not take it.
      if (connection.canWrite) send(member, { type: 'syncStep1', stateVector: Y.encodeStateVector(doc) })
      sendEveryone(member)
      return {
        receive(frame) {
          if (!members.has(member)) return
          try {
            receive(member, decodeMessage(frame))
          } catch (error) {
            // [S5] Hostile or broken bytes end this connection and nothing else.
            if (!(error instanceof MessageError)) ports.reportError(error)
            expel(member)
          }
        },
        leave: () => leave(member),
      }
    },
    submit: (userId, update) =>
      new Promise((resolve, reject) => {
        if (isSpoiled) throw new Error('The plan must be opened anew')
        // Not counted: a plan that the server restores or imports may be as large as it likes.
        const message = { update, decoded: Y.decodeUpdate(update), author: null }
        submitUpdate(userId, message, (error) => (error === undefined ? resolve() : reject(error)))
      }),
    disconnect,
  }
}

/** What the document holds beyond a state vector. @throws {MessageError} */
function encodeMissing(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  try {
    return Y.encodeStateAsUpdate(doc, stateVector)
  } catch (cause) {
    throw new MessageError('not a state vector', { cause })
  }
}

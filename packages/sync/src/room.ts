// One closure over one plan: its members, their frames and its commits change together, and their order is the promise.
import * as Y from 'yjs'

import { closeCodes, type Closing } from './close-codes.ts'
import type { CommitLoop, Party } from './commit-loop.ts'
import { joinFrames, toFrame } from './frames.ts'
import { createMember, type Member } from './member.ts'
import {
  decodeMessage,
  encodeMessage,
  MessageError,
  protocolVersion,
  type Message,
  type RefusalCode,
} from './messages.ts'
import { decodeUpdate } from './decode-update.ts'
import { openPlanDocument, type Acceptance } from './plan-document.ts'
import type { Connection, StoredPlan, UpdateLog } from './ports.ts'
import { createPresenceRoom, emptyPresence } from './presence.ts'
import type { SyncMeter } from './sync-meter.ts'

/** One client in a room. `receive` takes one message, in order; after `leave` it does nothing. */
export type Session = { receive(message: Uint8Array): void; leave(): void }

/**
 * One open plan.
 * [S1] Nobody sees an update that the server can still lose: what is accepted is shown when it is committed, and what a
 * newcomer is answered is sent when all of it is. [S2] An acknowledgement means committed.
 */
export type Room = {
  join(connection: Connection): Session
  /** Submits an edit of the server's own; resolves when it is durable and shown. */
  submit(userId: string | null, edit: Uint8Array): Promise<void>
  /** Resolves when everything is durable that was accepted before; rejects when it was lost. */
  settled(): Promise<void>
  /** Closes the connections of one person, or of everyone. */
  disconnect(closing: Closing, userId?: string): void
  compact(): Promise<void>
  /** Gives itself up when nobody is in it and nothing waits. */
  releaseWhenIdle(): void
  /** Everything accepted: what is read from it is durable only after `settled`. */
  readonly doc: Y.Doc
  readonly owners: ReadonlyMap<number, string>
  readonly connections: number
}

type RoomPorts = {
  log: Pick<UpdateLog, 'compact'>
  loop: CommitLoop
  now: () => number
  /** Runs something later, once; returns what calls it off. */
  later: (run: () => void, ms: number) => () => void
  /** Called when everything accepted so far is durable. */
  onCommit: (doc: Y.Doc) => void
  onIdle: () => void
  onSpoiled: () => void
  reportError: (error: unknown) => void
  meter: SyncMeter
}

/** An update of this room in the commit loop. */
type Entry = {
  update: Uint8Array
  author: Member | null
  /** The count of its author's messages that its commit makes durable. */
  upTo: number
  receivedAt: number
  settle: ((error?: unknown) => void) | null
}

/** Rows after which a plan is compacted while people still write in it. */
const compactEvery = 500
/** Between two tellings of presence: twenty a second, of however many people. */
const presenceMs = 50
/** A stock client takes a line for dead after 30 s without a message: answer its presence when nothing else was sent for this long. */
const quietMs = 10_000
/** [S7] Bytes that may wait for the next commit, over all rooms, before those who add to them are no longer read. */
const maxWaitingBytes = 16 * 1024 * 1024

export function createRoom(projectId: string, stored: StoredPlan, ports: RoomPorts): Room {
  const plan = openPlanDocument(stored, ports.reportError)
  const members = new Set<Member>()
  const presence = createPresenceRoom()
  const party: Party = { committed: (count) => commit(waiting.splice(0, count)), failed: spoil }
  /** On their way into the log, in order. */
  const waiting: Entry[] = []
  /** What is to be done when as many updates are durable as had been accepted at its asking. */
  let afterwards: { at: number; run: (error?: unknown) => void }[] = []
  let [accepted, durable] = [0, 0]
  let rowsSinceCompaction = stored.updates.length
  let presenceToldAt = -Infinity
  let callPresenceOff: (() => void) | null = null
  let isSpoiled = false

  /* Accepting */

  function submit(entry: Entry, userId: string | null, claims: readonly number[]): void {
    accepted += 1
    waiting.push(entry)
    ports.loop.submit({ projectId, userId, update: entry.update, claims, party })
  }

  function receiveUpdate(member: Member, update: Uint8Array): void {
    const { identity, access } = member.connection
    if (!access.canWrite) return receiveFromReader(member, update)
    member.received += 1
    const acceptance = acceptFrom(member, () =>
      plan.accept(update, { userId: identity.userId, judge: access.judge }),
    )
    switch (acceptance?.type) {
      case undefined:
        return
      case 'refused':
        return refuse(member, acceptance.code)
      case 'early':
        // A stock client sends what is typed before it has answered our state vector; the answer says it again.
        if (member.hasToldAll || member.asksSaved) dismiss(member, closeCodes.unavailable)
        return
      case 'nothing':
        return acknowledgeNothing(member)
      case 'accepted': {
        const { update, claims } = acceptance
        const [upTo, receivedAt] = [member.received, ports.now()]
        submit({ update, author: member, upTo, receivedAt, settle: null }, identity.userId, claims)
        member.wait(update.byteLength)
        if (member.waitsTooMuch || ports.loop.waitingBytes > maxWaitingBytes) member.pause('updates')
      }
    }
  }

  /** [S5] Null when Yjs fails: half of the update is in the document, and nothing of it in the log. */
  function acceptFrom(member: Member, accept: () => Acceptance): Acceptance | null {
    try {
      return accept()
    } catch (error) {
      if (error instanceof MessageError) throw error
      dismiss(member, closeCodes.badMessage)
      spoil(error)
      return null
    }
  }

  /** [S4] A stock client answers every state vector, usually with nothing: that is no offence. */
  function receiveFromReader(member: Member, update: Uint8Array): void {
    if (!isEmptyUpdate(update)) refuse(member, member.connection.access.judge?.(plan.doc, []) ?? 'forbidden')
  }

  /** Nothing to commit: it is as durable as what the member said before it. */
  function acknowledgeNothing(member: Member): void {
    const last = waiting.findLast(({ author }) => author === member)
    if (last !== undefined) last.upTo = member.received
    else if (member.asksSaved) {
      member.durable = member.received
      send(member, { type: 'acknowledged', count: member.durable })
    }
  }

  /** Runs now when everything accepted is durable already; with an error when it never will be. */
  function whenDurable(run: (error?: unknown) => void): void {
    if (accepted === durable) run()
    else afterwards.push({ at: accepted, run })
  }

  /* Committing */

  function commit(batch: readonly Entry[]): void {
    // What was accepted before Yjs failed is durable all the same; whoever comes back finds it in the log.
    if (isSpoiled) return
    durable += batch.length
    rowsSinceCompaction += batch.length
    show(batch)
    for (const { settle } of batch) settle?.()
    const due = afterwards.filter(({ at }) => at <= durable)
    afterwards = afterwards.filter(({ at }) => at > durable)
    for (const { run } of due) run()
    if (accepted === durable) tellCommit()
    if (rowsSinceCompaction >= compactEvery) compact().catch(ports.reportError)
    releaseWhenIdle()
  }

  /** Every frame is made once, and all that goes to one client is one write. */
  function show(batch: readonly Entry[]): void {
    const frames = batch.map(({ update }) => toFrame(encodeMessage({ type: 'update', update })))
    const all = joinFrames(frames)
    for (const { author, upTo, update } of batch) author?.settle(upTo, update.byteLength)
    const at = ports.now()
    for (const member of members) {
      if (!member.hasSettled) sendFrames(member, all, at)
      else
        sendFrames(
          member,
          joinFrames([...framesOfOthers(member, batch, frames), ...member.takeReceipt()]),
          at,
        )
    }
    ports.meter.delivery?.({ ms: at - (batch[0]?.receivedAt ?? at), clients: members.size })
  }

  function tellCommit(): void {
    try {
      ports.onCommit(plan.doc)
    } catch (error) {
      ports.reportError(error)
    }
  }

  /** The log did not take what the document holds, or the document is broken: everyone comes back to the plan opened anew. */
  function spoil(error: unknown): void {
    if (isSpoiled) return
    isSpoiled = true
    ports.reportError(error)
    for (const { settle } of waiting) settle?.(error)
    for (const { run } of afterwards.splice(0)) run(error)
    disconnect(closeCodes.unavailable)
    ports.onSpoiled()
  }

  async function compact(): Promise<void> {
    if (rowsSinceCompaction === 0 || isSpoiled) return
    rowsSinceCompaction = 0
    await ports.log.compact(projectId)
  }

  function releaseWhenIdle(): void {
    if (members.size === 0 && accepted === durable && !isSpoiled) ports.onIdle()
  }

  /* Talking */

  function send(member: Member, message: Message): void {
    sendFrames(member, toFrame(encodeMessage(message)), ports.now())
  }

  function sendFrames(member: Member, frames: Uint8Array, at: number): void {
    if (frames.byteLength === 0 || !members.has(member)) return
    member.lastSentAt = at
    member.connection.send(frames)
  }

  function receive(member: Member, message: Message): void {
    switch (message.type) {
      case 'syncStep1':
        return answer(member, message.stateVector)
      case 'syncStep2':
        member.hasToldAll = true
        return receiveUpdate(member, message.update)
      case 'update':
        return receiveUpdate(member, message.update)
      case 'awareness':
        return receivePresence(member, message.update)
      case 'queryAwareness':
        return member.maySpend(ports.now()) ? sendEveryone(member) : dismiss(member, closeCodes.tooFast)
      case 'askSaved':
        return greet(member, message.version)
      case 'acknowledged':
      case 'refused':
      case 'access':
      case 'closed':
        throw new MessageError('a message that only servers send')
    }
  }

  function greet(member: Member, version: number): void {
    if (version !== protocolVersion) return dismiss(member, closeCodes.outdated)
    member.asksSaved = true
    const { canWrite, lineage, rights } = member.connection.access
    send(member, { type: 'access', canWrite, lineage, rights })
  }

  /** [S1] What is not committed yet may be in the answer: it leaves when it is. */
  function answer(member: Member, stateVector: Uint8Array): void {
    if (!member.maySpend(ports.now())) return dismiss(member, closeCodes.tooFast)
    const frame = plan.answer(stateVector)
    whenDurable((error) => {
      if (error === undefined) sendFrames(member, frame, ports.now())
    })
  }

  function refuse(member: Member, code: RefusalCode): void {
    ports.meter.refusal?.({ code, projectId, userId: member.connection.identity.userId })
    if (member.asksSaved) send(member, { type: 'refused', code })
    dismiss(member, closeCodes.forbidden)
  }

  /* Presence */

  function receivePresence(member: Member, update: Uint8Array): void {
    presence.receive(member, member.connection.identity, update)
    const at = ports.now()
    if (at - member.lastSentAt > quietMs) sendFrames(member, quietFrame, at)
    // [S7] Not read again before the others were told of so many moves.
    if (member.movesTooMuch()) member.pause('presence')
    tellPresenceInTime(at)
  }

  function tellPresenceInTime(at: number): void {
    if (!presence.hasChanges || callPresenceOff !== null) return
    const wait = presenceToldAt + presenceMs - at
    if (wait <= 0) tellPresence()
    else callPresenceOff = ports.later(tellPresence, wait)
  }

  function tellPresence(): void {
    callPresenceOff = null
    presenceToldAt = ports.now()
    const changes = presence.takeChanges()
    for (const member of members) member.mayMoveAgain()
    if (changes === null) return
    const frame = toFrame(encodeMessage({ type: 'awareness', update: changes.update }))
    for (const member of members) if (member !== changes.owner) sendFrames(member, frame, presenceToldAt)
  }

  function sendEveryone(member: Member): void {
    const everyone = presence.everyone()
    if (everyone !== null) send(member, { type: 'awareness', update: everyone })
  }

  /* Coming and going */

  function dismiss(member: Member, closing: Closing): void {
    if (!members.has(member)) return
    member.connection.close(closing)
    leave(member)
  }

  function leave(member: Member): void {
    if (!members.delete(member)) return
    presence.leave(member)
    if (members.size > 0) tellPresenceInTime(ports.now())
    else callPresenceOff?.()
    releaseWhenIdle()
  }

  function disconnect(closing: Closing, userId?: string): void {
    for (const member of Array.from(members)) {
      if (userId === undefined || member.connection.identity.userId === userId) dismiss(member, closing)
    }
  }

  function join(connection: Connection): Session {
    const member = createMember(connection, ports.now())
    members.add(member)
    // Readers are not asked what they have: the server would not take it.
    if (connection.access.canWrite)
      send(member, { type: 'syncStep1', stateVector: Y.encodeStateVector(plan.doc) })
    sendEveryone(member)
    return {
      receive(bytes) {
        if (!members.has(member)) return
        try {
          receive(member, decodeMessage(bytes))
        } catch (error) {
          // [S5] Hostile or broken bytes end this connection and nothing else.
          if (!(error instanceof MessageError)) ports.reportError(error)
          ports.meter.refusal?.({ code: 'bad-message', projectId, userId: connection.identity.userId })
          dismiss(member, closeCodes.badMessage)
        }
      },
      leave: () => leave(member),
    }
  }

  return {
    doc: plan.doc,
    owners: plan.owners,
    compact,
    releaseWhenIdle,
    disconnect,
    get connections() {
      return members.size
    },
    join(connection) {
      if (!isSpoiled) return join(connection)
      connection.close(closeCodes.unavailable)
      return { receive: () => undefined, leave: () => undefined }
    },
    settled: () =>
      new Promise((resolve, reject) => {
        if (isSpoiled) throw new Error('The plan must be opened anew')
        whenDurable((error) => (error === undefined ? resolve() : reject(error)))
      }),
    submit: (userId, edit) =>
      new Promise((resolve, reject) => {
        if (isSpoiled) throw new Error('The plan must be opened anew')
        const acceptance = plan.acceptOwn(edit, userId)
        if (acceptance.type !== 'accepted') return resolve()
        const { update, claims } = acceptance
        const settle = (error?: unknown) => (error === undefined ? resolve() : reject(error))
        submit({ update, author: null, upTo: 0, receivedAt: ports.now(), settle }, userId, claims)
      }),
  }
}

/** An awareness update that says nothing: it keeps a stock client from taking a quiet line for a dead one. */
const quietFrame = toFrame(encodeMessage({ type: 'awareness', update: emptyPresence }))

/** @throws {MessageError} */
function isEmptyUpdate(update: Uint8Array): boolean {
  const { structs, ds } = decodeUpdate(update)
  return structs.length === 0 && ds.clients.size === 0
}

function framesOfOthers(
  member: Member,
  batch: readonly Entry[],
  frames: readonly Uint8Array[],
): Uint8Array[] {
  return frames.filter((_, index) => batch[index]?.author !== member)
}

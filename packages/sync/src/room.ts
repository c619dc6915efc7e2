// One closure over one plan: its members, their frames and its commits change together, and their order is the promise.
import * as Y from 'yjs'

import { closeCodes, type Closing } from './close-codes.ts'
import type { Batch, Party } from './commit-loop.ts'
import { encodeFrame, joinFrames } from './frames.ts'
import { createMember, type Member } from './member.ts'
import { decodeMessage, MessageError, protocolVersion, type Message, type RefusalCode } from './messages.ts'
import { isEmptyUpdate } from './decode-update.ts'
import { openPlanDocument, type Gathered } from './plan-document.ts'
import type { Connection, StoredPlan } from './ports.ts'
import { createPresenceTeller } from './presence-teller.ts'
import type { Room, RoomPorts, Session } from './room-ports.ts'
import { createRoomTrials, type TrialOutcome } from './trials.ts'
import { authorOf, onlyMember, settleAll, type Waiting, type WaitingMessage } from './waiting.ts'

/** Rows, a commit each, after which a plan is compacted while people still write in it. */
const compactEvery = 1_000
/** Fewer are read with the state in no time, and are left for the next time. */
const compactFrom = 20
/** Bytes of the backlog past which whoever adds to it is no longer read. */
const maxBacklog = 32 * 1024 * 1024
/** From the first one's coming until the plan is opened, in case that nobody needs it before. */
const askAllAfterMs = 250

export function createRoom(projectId: string, stored: StoredPlan, ports: RoomPorts): Room {
  const plan = openPlanDocument(stored, ports.reportError)
  const members = new Set<Member>()
  const presence = createPresenceTeller({ members, now: ports.now, later: ports.later, send: sendFrames })
  const { backlog, reportError } = ports
  const trials = createRoomTrials({ line: ports.trials, plan, backlog, onOutcome: tried, reportError })
  const party: Party = { prepare, committed, failed: (error) => spoil(error) }
  let waiting: Waiting[] = []
  /** What was prepared and is on its way into the log. */
  let underWay: ({ waiting: Waiting[] } & Gathered) | null = null
  /** To be done when that is durable; with an error when it never will be. */
  let afterwards: ((error?: unknown) => void)[] = []
  let rowsSinceCompaction = stored.updates.length
  let callAskingOff: (() => void) | null = null
  let isSpoiled = false
  /** A batch is being made: the last member may be sent away by it, and the room must stay until it is in the log. */
  let isPreparing = false

  /* Committing */

  function wait(message: Waiting): void {
    if (trials.hold(message)) return
    waiting.push(message)
    backlog.bytes += message.update.byteLength
    ports.loop.ask(party)
  }

  function takeWaiting(): Waiting[] {
    const taken = waiting
    waiting = []
    for (const { update } of taken) backlog.bytes -= update.byteLength
    return taken
  }

  function prepare(): Batch | null {
    const taken = takeWaiting()
    if (isSpoiled) return null
    const batch: Waiting[] = []
    try {
      const authors = new Set<string | null>()
      isPreparing = true
      const made = plan.gather(() => {
        for (const message of taken) {
          const outcome = accept(message)
          if (outcome !== 'held') batch.push(message)
          if (outcome === 'taken') authors.add(authorOf(message))
        }
      })
      isPreparing = false
      if (made === null) {
        settleAll(batch)
        for (const member of members) sendFrames(member, joinFrames(member.takeReceipt()), ports.now())
        releaseWhenIdle()
        return null
      }
      const { update, claims, hasMore } = made
      underWay = { waiting: batch, ...made }
      const [userId = null] = authors.size === 1 && !hasMore ? authors : []
      return { projectId, userId, update, claims, messages: batch.length }
    } catch (error) {
      // [S5] Half of something is in the document, and nothing of it in the log.
      spoil(error, taken)
      return null
    }
  }

  /** `held`: it is being tried, or comes after one that is. */
  function accept(message: Waiting): 'taken' | 'passed' | 'held' {
    if (trials.hold(message)) return 'held'
    if (message.type === 'edit') {
      plan.acceptOwn(message.update, message.writerId)
      return 'taken'
    }
    const { author, update, trial } = message
    // Who was sent away brings it again, with the rights of then; who left does not.
    if (author.isDismissed) return 'passed'
    const { identity, access } = author.connection
    try {
      const { userId } = identity
      const acceptance = plan.accept(update, { userId, judge: access.judge, triedAt: trial?.at ?? null })
      switch (acceptance.type) {
        case 'taken':
          return 'taken'
        case 'refused':
          refuse(author, acceptance.code)
          return 'passed'
        case 'early':
          if (!message.mayBeEarly) dismiss(author, closeCodes.unavailable)
          return 'passed'
        case 'heavy':
          // Each takes a copy of the plan, like an answer.
          if (!author.maySpend(ports.now())) dismiss(author, closeCodes.tooFast)
          else if (backlog.bytes <= maxBacklog && trials.begin(message, acceptance)) return 'held'
          else dismiss(author, closeCodes.unavailable)
          return 'passed'
      }
    } catch (error) {
      expel(author, error)
      if (!(error instanceof MessageError)) throw error
      return 'passed'
    }
  }

  /** What the author typed after it waits again, behind it; also when the author has left since. */
  function tried(outcome: TrialOutcome, author: Member, messages: readonly WaitingMessage[]): void {
    if (outcome === 'fine') for (const message of messages) wait(message)
    else if (outcome === 'too-heavy') sendOff(author, outcome)
    else dismiss(author, closeCodes.unavailable)
    releaseWhenIdle()
  }

  function committed(): void {
    if (underWay === null) return
    const made = underWay
    underWay = null
    rowsSinceCompaction += 1
    show(made, made.waiting)
    for (const run of afterwards.splice(0)) run()
    tellCommit(made.roots)
    if (rowsSinceCompaction >= compactEvery) compact().catch(reportError)
    releaseWhenIdle()
  }

  /** The frame is made once, and all that goes to one client is one write. */
  function show({ update, hasMore }: Gathered, batch: readonly Waiting[]): void {
    const frame = encodeFrame({ type: 'update', update })
    const only = hasMore ? null : onlyMember(batch)
    settleAll(batch)
    const at = ports.now()
    for (const member of members) {
      const receipt = member.takeReceipt()
      if (member === only) sendFrames(member, joinFrames(receipt), at)
      else sendFrames(member, receipt.length === 0 ? frame : joinFrames([frame, ...receipt]), at)
    }
    ports.meter.delivery?.({ ms: at - (batch[0]?.receivedAt ?? at), clients: members.size })
  }

  function tellCommit(roots: ReadonlySet<string>): void {
    try {
      ports.onCommit(plan.doc, roots)
    } catch (error) {
      reportError(error)
    }
  }

  /** The log did not take what the document holds, or the document is broken: everyone comes back to the plan opened anew. */
  function spoil(error: unknown, taken: readonly Waiting[] = []): void {
    if (isSpoiled) return
    isSpoiled = true
    reportError(error)
    for (const message of [...taken, ...(underWay?.waiting ?? []), ...takeWaiting()]) {
      if (message.type === 'edit') message.settle(error)
    }
    for (const run of afterwards.splice(0)) run(error)
    disconnect(closeCodes.unavailable)
    ports.onSpoiled()
  }

  async function compact(): Promise<void> {
    if (rowsSinceCompaction < compactFrom || isSpoiled) return
    rowsSinceCompaction = 0
    await ports.log.compact(projectId)
  }

  function releaseWhenIdle(): void {
    if (isPreparing || isSpoiled || members.size > 0) return
    if (waiting.length === 0 && underWay === null && trials.isIdle) ports.onIdle()
  }

  /** Runs now when everything in the document is durable already. */
  function whenDurable(run: (error?: unknown) => void): void {
    if (underWay === null) run()
    else afterwards.push(run)
  }

  /* Talking */

  function send(member: Member, message: Message): void {
    sendFrames(member, encodeFrame(message), ports.now())
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
        receiveUpdate(member, message.update)
        member.hasToldAll = true
        return
      case 'update':
        return receiveUpdate(member, message.update)
      case 'awareness':
        return presence.receive(member, message.update)
      case 'queryAwareness':
        return member.maySpend(ports.now()) ? sendEveryone(member) : dismiss(member, closeCodes.tooFast)
      case 'askSaved':
        return greet(member, message.version)
      case 'acknowledged':
      case 'refused':
      case 'access':
      case 'closed':
      case 'news':
        throw new MessageError('a message that only servers send')
    }
  }

  function receiveUpdate(member: Member, update: Uint8Array): void {
    const { canWrite, judge } = member.connection.access
    if (!canWrite) {
      // [S4] A stock client answers every state vector, usually with nothing: that is no offence.
      if (!isEmptyUpdate(update)) refuse(member, judge?.(plan.doc, []) ?? 'forbidden')
      return
    }
    member.wait(update.byteLength)
    const mayBeEarly = !member.hasToldAll && !member.asksSaved
    wait({ type: 'message', author: member, mayBeEarly, trial: null, update, receivedAt: ports.now() })
    // [S7] Not read again before the log has taken what waits.
    if (member.waitsTooMuch || backlog.bytes > maxBacklog) member.pause('updates')
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

  function sendEveryone(member: Member): void {
    const everyone = presence.everyone()
    if (everyone !== null) sendFrames(member, everyone, ports.now())
  }

  /* Coming and going */

  function dismiss(member: Member, closing: Closing): void {
    if (!members.has(member)) return
    member.isDismissed = true
    trials.drop(member)
    member.connection.close(closing)
    leave(member)
  }

  /** [S5] Hostile or broken bytes end this connection and nothing else. */
  function expel(member: Member, error: unknown): void {
    if (!(error instanceof MessageError)) reportError(error)
    sendOff(member, closeCodes.badMessage.reason)
  }

  function sendOff(member: Member, code: string): void {
    ports.meter.refusal?.({ code, projectId, userId: member.connection.identity.userId })
    dismiss(member, closeCodes.badMessage)
  }

  function leave(member: Member): void {
    if (!members.delete(member)) return
    presence.leave(member)
    if (members.size === 0) {
      callAskingOff?.()
      callAskingOff = null
    }
    releaseWhenIdle()
  }

  function disconnect(closing: Closing, userId?: string): void {
    for (const member of Array.from(members)) {
      if (userId === undefined || member.connection.identity.userId === userId) dismiss(member, closing)
    }
  }

  /** Only clients that ask for what y-websocket lacks understand it. */
  function tell(topic: string, userId?: string): void {
    const frame = encodeFrame({ type: 'news', topic })
    for (const member of members) {
      if (!member.asksSaved || (userId !== undefined && member.connection.identity.userId !== userId))
        continue
      sendFrames(member, frame, ports.now())
    }
  }

  function askAll(): void {
    callAskingOff = null
    try {
      for (const member of members) if (!member.isAsked) ask(member)
    } catch (error) {
      // What is stored is no plan: an error, never an empty one.
      spoil(error)
    }
  }

  /** Readers are not asked what they have: the server would not take it. */
  function ask(member: Member): void {
    if (!member.connection.access.canWrite) return
    member.isAsked = true
    send(member, { type: 'syncStep1', stateVector: Y.encodeStateVector(plan.doc) })
  }

  function join(connection: Connection): Session {
    const member = createMember(connection, ports.now())
    members.add(member)
    if (plan.isOpen) ask(member)
    // Whoever comes first wants the plan; what they have themselves is asked for when they have it.
    else callAskingOff ??= ports.later(askAll, askAllAfterMs)
    sendEveryone(member)
    return {
      receive(bytes) {
        if (!members.has(member)) return
        try {
          receive(member, decodeMessage(bytes))
        } catch (error) {
          expel(member, error)
        }
      },
      leave: () => leave(member),
    }
  }

  return {
    get doc() {
      return plan.doc
    },
    owners: plan.owners,
    compact,
    releaseWhenIdle,
    disconnect,
    tell,
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
    submit: (by, update) =>
      new Promise((resolve, reject) => {
        if (isSpoiled) throw new Error('The plan must be opened anew')
        const settle = (error?: unknown) => (error === undefined ? resolve() : reject(error))
        wait({ type: 'edit', ...by, update, settle, receivedAt: ports.now() })
      }),
  }
}

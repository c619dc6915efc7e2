// One closure over one conversation: what was said, heard and dropped decide together what may be called saved.
import type { Awareness } from 'y-protocols/awareness'
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { closeCodes } from '../close-codes.ts'
import { protocolVersion, type Message } from '../messages.ts'
import { dialsOf, type DialOptions } from './dials-of.ts'
import { keepLine, type LineKeeper } from './keep-line.ts'
import type { Dials, LineKind } from './line.ts'
import {
  hasUnsaved,
  isFinal,
  nextSaveState,
  type ClientRefusalCode,
  type SaveEvent,
  type SaveState,
} from './save-state.ts'
import { usualWaits, type Waits } from './waits.ts'

/** One plan kept the same here and at the server. */
export type SyncClient = {
  /** What to tell the person; a new object whenever it changes. */
  readonly state: SaveState
  /** What the server last said that the person may do here; null before it said so. A new object whenever it changes. */
  readonly access: ClientAccess | null
  /** How the line of now goes; null without one. */
  readonly via: LineKind | null
  /** Tells of every change of `state` and of `access`. */
  subscribe(listener: () => void): () => void
  /**
   * Hears of what changes beside the document. With `null` after every gap: what was told while no line was there is not known.
   */
  onNews(listener: (topic: string | null) => void): () => void
  /** Resolves when the plan as the server has it is here for the first time. */
  readonly whenLoaded: Promise<void>
  close(): void
}

/** `rights` is JSON text. `lineage` names the history of the data: to be kept beside what is kept of the plan. */
export type ClientAccess = { canWrite: boolean; lineage: string; rights: string }

/** `url`: `ws(s)://host/sync/<project id>` */
export type SyncClientOptions = DialOptions & {
  doc: Y.Doc
  awareness: Awareness
  /** The lineage of what `doc` holds already; null, as when it is left out, when it holds nothing. */
  lineage?: string | null
  /** Whether `doc` holds words that were never acknowledged. */
  unsaved?: boolean
  /** Fires `offline` when the network goes and `online` when it is back: the browser's window. */
  network?: EventTarget
  dials?: Dials
  waits?: Partial<Waits>
  random?: () => number
}

export function createSyncClient(options: SyncClientOptions): SyncClient {
  const { doc, awareness, network, random = Math.random } = options
  const waits = { ...usualWaits, ...options.waits }
  const dials = options.dials ?? dialsOf(options, waits)
  const origin = {}
  const listeners = new Set<() => void>()
  const newsListeners = new Set<(topic: string | null) => void>()
  const loaded = Promise.withResolvers<void>()
  let state: SaveState = { type: 'connecting', unsaved: options.unsaved ?? false }
  let access: ClientAccess | null = null
  let lineage = options.lineage ?? null
  let talk = newTalk()
  let keeper: LineKeeper | null = null

  function apply(event: SaveEvent): void {
    const next = nextSaveState(state, event)
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    if (isFinal(state)) keeper?.stop()
    notify()
  }

  function notify(): void {
    for (const listener of listeners) listener()
  }

  function tellNews(topic: string | null): void {
    for (const listener of newsListeners) listener(topic)
  }

  function receive(message: Message): void {
    switch (message.type) {
      case 'syncStep1':
      case 'syncStep2':
      case 'update':
        // Two histories must not meet, neither here nor there: nothing of the plan passes before the server said which it has.
        if (talk.canWrite === null) talk.early.push(message)
        else receiveDocument(message)
        return
      case 'awareness':
        return applyAwarenessUpdate(awareness, message.update, origin)
      case 'queryAwareness':
        return sendPresence([doc.clientID])
      case 'access':
        return admit(message)
      case 'acknowledged':
        talk.acknowledged = message.count
        return settle()
      case 'refused':
        // Of a plan that is open, only writing can be refused.
        return refuse(message.code === 'forbidden' ? 'read-only' : message.code)
      case 'news':
        return tellNews(message.topic)
      case 'askSaved':
      case 'closed':
        return
    }
  }

  function admit(said: ClientAccess): void {
    if (lineage !== null && lineage !== said.lineage) return refuse('replaced')
    lineage = said.lineage
    const next = { canWrite: said.canWrite, lineage: said.lineage, rights: said.rights }
    if (JSON.stringify(next) !== JSON.stringify(access)) {
      access = next
      notify()
    }
    talk.canWrite = said.canWrite
    tellNews(null)
    for (const message of talk.early.splice(0)) receiveDocument(message)
    settle()
  }

  function receiveDocument(message: DocumentMessage): void {
    if (message.type !== 'syncStep1' && talk.canWrite === true && !talk.hasAnswered && hasUnsaved(state)) {
      // [D2] Nothing is left to send of words that stood in what these take away: the server hears of ours first.
      talk.early.push(message)
      return
    }
    switch (message.type) {
      case 'syncStep1':
        // What a reader has would not be taken.
        if (talk.canWrite !== true) return
        // Also says whatever was typed before and while this line was dialled.
        talk.hasAnswered = true
        sendDocument({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc, message.stateVector) })
        for (const held of talk.early.splice(0)) receiveDocument(held)
        return settle()
      case 'syncStep2':
        Y.applyUpdate(doc, message.update, origin)
        talk.hasPlan = true
        loaded.resolve()
        return settle()
      case 'update':
        return Y.applyUpdate(doc, message.update, origin)
    }
  }

  /** Tells the state once the line has said all that it says at its beginning, and after each acknowledgement. */
  function settle(): void {
    if (!talk.hasPlan || talk.canWrite === null) return
    if (!talk.canWrite) return apply({ type: 'syncedReadOnly' })
    if (!talk.hasAnswered) return
    if (!talk.hasSettled) apply({ type: 'synced' })
    talk.hasSettled = true
    if (talk.acknowledged === talk.sent) apply({ type: 'acknowledged' })
  }

  function sendDocument(message: DocumentMessage): void {
    talk.sent += 1
    keeper?.send(message)
  }

  function sendPresence(clients: number[]): void {
    keeper?.send({ type: 'awareness', update: encodeAwarenessUpdate(awareness, clients) })
  }

  /** The room may have told the others that we left, at a clock one later than our last: only a later one still counts. */
  function renewPresence(): void {
    const mine = awareness.getLocalState()
    if (mine === null) return
    awareness.setLocalState(mine)
    awareness.setLocalState(mine)
  }

  function onEdit(update: Uint8Array, editOrigin: unknown): void {
    if (editOrigin === origin) return
    apply({ type: 'edited' })
    // Before the server's state vector came, the answer to it will carry this edit.
    if (talk.hasAnswered) sendDocument({ type: 'update', update })
  }

  function onPresence(
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    presenceOrigin: unknown,
  ): void {
    if (presenceOrigin !== origin && [...added, ...updated, ...removed].includes(doc.clientID)) {
      sendPresence([doc.clientID])
    }
  }

  function lose(code: number): void {
    talk = newTalk()
    const others = [...awareness.getStates().keys()].filter((client) => client !== doc.clientID)
    removeAwarenessStates(awareness, others, origin)
    const refusal = refusalOf(code)
    if (code === closeCodes.outdated.code) apply({ type: 'outdated' })
    else if (refusal === null) apply({ type: 'dropped' })
    else refuse(refusal)
  }

  function refuse(code: ClientRefusalCode): void {
    apply({ type: 'refused', code })
  }

  doc.on('update', onEdit)
  awareness.on('update', onPresence)
  if (dials.socket === null && dials.http === null) apply({ type: 'outdated' })
  else
    keeper = keepLine({
      dials,
      waits,
      network,
      random,
      events: {
        dialled: () => apply({ type: 'dialled' }),
        greeting: () => [
          { type: 'askSaved', version: protocolVersion },
          { type: 'syncStep1', stateVector: Y.encodeStateVector(doc) },
        ],
        taken() {
          // Whatever the line before had not acknowledged goes with the answer to this one's state vector.
          talk = newTalk()
          renewPresence()
        },
        message: receive,
        lost: lose,
      },
    })

  return {
    get state() {
      return state
    },
    get access() {
      return access
    },
    get via() {
      return keeper?.kind ?? null
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onNews(listener) {
      newsListeners.add(listener)
      return () => newsListeners.delete(listener)
    },
    whenLoaded: loaded.promise,
    close() {
      doc.off('update', onEdit)
      awareness.off('update', onPresence)
      keeper?.stop()
    },
  }
}

type DocumentMessage = Extract<Message, { type: 'syncStep1' | 'syncStep2' | 'update' }>

/** What is known of one connection: reset with each. */
type Talk = {
  /** What came before it was known whether the person may write, and in which history, or before our words were said. */
  early: DocumentMessage[]
  canWrite: boolean | null
  hasPlan: boolean
  /** The server's state vector was answered: from here on each edit is sent as it comes. */
  hasAnswered: boolean
  hasSettled: boolean
  sent: number
  acknowledged: number
}

function newTalk(): Talk {
  return {
    early: [],
    canWrite: null,
    hasPlan: false,
    hasAnswered: false,
    hasSettled: false,
    sent: 0,
    acknowledged: 0,
  }
}

/** 4400 to 4499 mean «do not come back»; so does 1009, by which a server calls a message longer than it takes. */
function refusalOf(code: number): ClientRefusalCode | null {
  if (code === 1009) return 'rejected'
  if (code < 4400 || code > 4499) return null
  if (code === closeCodes.signedOut.code) return 'signed-out'
  return code === closeCodes.forbidden.code || code === closeCodes.notFound.code ? 'forbidden' : 'rejected'
}

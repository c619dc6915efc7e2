// One closure over one line: what was said, heard and dropped decide together what may be called saved.
import type { Awareness } from 'y-protocols/awareness'
import { applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { closeCodes } from './close-codes.ts'
import { decodeMessage, encodeMessage, MessageError, type Message, type RefusalCode } from './messages.ts'
import { initialSaveState, nextSaveState, type SaveEvent, type SaveState } from './save-state.ts'

/** One plan kept the same here and at the server. */
export type SyncClient = {
  /** What to tell the person; a new object whenever it changes. */
  readonly state: SaveState
  subscribe(listener: () => void): () => void
  /** Resolves when the plan as the server has it is here for the first time. */
  readonly whenLoaded: Promise<void>
  close(): void
}

export type SyncClientOptions = {
  /** `ws(s)://host/sync/<project id>` */
  url: string
  doc: Y.Doc
  awareness: Awareness
  /** Fires `offline` when the network goes and `online` when it is back: the browser's window. */
  network?: EventTarget
  /** For other runtimes and tests. */
  webSocket?: typeof WebSocket
  random?: () => number
}

/** Waits between attempts, in ms: doubled from the first to the last, each taken at random between half and whole. */
const firstDelay = 250
const lastDelay = 15_000
/** The server answers every presence, which is renewed every 15 s: silence beyond this is a dead line. */
const silence = 45_000

export function createSyncClient(options: SyncClientOptions): SyncClient {
  const { url, doc, awareness, network, webSocket: Socket = WebSocket, random = Math.random } = options
  const origin = {}
  const listeners = new Set<() => void>()
  const loaded = Promise.withResolvers<void>()
  let state: SaveState = initialSaveState
  let socket: WebSocket | null = null
  let line = newLine()
  let attempts = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let watchdog: ReturnType<typeof setTimeout> | undefined
  let isClosed = false

  function apply(event: SaveEvent): void {
    const next = nextSaveState(state, event)
    if (JSON.stringify(next) === JSON.stringify(state)) return
    state = next
    for (const listener of listeners) listener()
  }

  function dial(): void {
    if (isClosed || state.type === 'refused') return
    apply({ type: 'dialled' })
    const dialled = new Socket(url)
    dialled.binaryType = 'arraybuffer'
    socket = dialled
    line = newLine()
    watch(dialled)
    dialled.addEventListener('open', () => {
      send({ type: 'askSaved' })
      send({ type: 'syncStep1', stateVector: Y.encodeStateVector(doc) })
      if (awareness.getLocalState() !== null) sendPresence([doc.clientID])
    })
    dialled.addEventListener('message', (event) => {
      const data: unknown = event.data
      if (socket !== dialled || !(data instanceof ArrayBuffer)) return
      watch(dialled)
      attempts = 0
      const message = decodeKnown(new Uint8Array(data))
      if (message !== null) receive(message)
    })
    dialled.addEventListener('close', (event) => {
      if (socket === dialled) drop(event.code)
    })
    // A failed attempt also ends in `close`, where it is dealt with.
    dialled.addEventListener('error', () => undefined)
  }

  function receive(message: Message): void {
    switch (message.type) {
      case 'syncStep1':
        // Also says whatever was typed before and while this line was dialled.
        line.hasAnswered = true
        sendDocument({ type: 'syncStep2', update: Y.encodeStateAsUpdate(doc, message.stateVector) })
        return settle()
      case 'syncStep2':
        Y.applyUpdate(doc, message.update, origin)
        line.hasPlan = true
        loaded.resolve()
        return settle()
      case 'update':
        return Y.applyUpdate(doc, message.update, origin)
      case 'awareness':
        return applyAwarenessUpdate(awareness, message.update, origin)
      case 'queryAwareness':
        return sendPresence([doc.clientID])
      case 'access':
        line.canWrite = message.canWrite
        return settle()
      case 'acknowledged':
        line.acknowledged = message.count
        return settle()
      case 'refused':
        return refuse(message.code)
      case 'askSaved':
        return
    }
  }

  /** Tells the state once the line has said all that it says at its beginning, and after each acknowledgement. */
  function settle(): void {
    if (!line.hasPlan || line.canWrite === null) return
    if (!line.canWrite) return apply({ type: 'syncedReadOnly' })
    if (!line.hasAnswered) return
    if (!line.hasSettled) apply({ type: 'synced' })
    line.hasSettled = true
    if (line.acknowledged === line.sent) apply({ type: 'acknowledged' })
  }

  function send(message: Message): void {
    if (socket?.readyState === Socket.OPEN) socket.send(encodeMessage(message))
  }

  function sendDocument(message: Message): void {
    line.sent += 1
    send(message)
  }

  function sendPresence(clients: number[]): void {
    send({ type: 'awareness', update: encodeAwarenessUpdate(awareness, clients) })
  }

  function onEdit(update: Uint8Array, editOrigin: unknown): void {
    if (editOrigin === origin) return
    apply({ type: 'edited' })
    // Before the server's state vector came, the answer to it will carry this edit.
    if (line.hasAnswered && line.canWrite !== false) sendDocument({ type: 'update', update })
  }

  function onPresence(
    { added, updated, removed }: { added: number[]; updated: number[]; removed: number[] },
    presenceOrigin: unknown,
  ): void {
    if (presenceOrigin !== origin && [...added, ...updated, ...removed].includes(doc.clientID)) {
      sendPresence([doc.clientID])
    }
  }

  function drop(code: number): void {
    socket = null
    line = newLine()
    clearTimeout(watchdog)
    const others = [...awareness.getStates().keys()].filter((client) => client !== doc.clientID)
    removeAwarenessStates(awareness, others, origin)
    const refusal = refusalOf(code)
    if (refusal !== null) return refuse(refusal)
    apply({ type: 'dropped' })
    if (isClosed || state.type === 'refused') return
    const delay = Math.min(lastDelay, firstDelay * 2 ** attempts) * (0.5 + random() / 2)
    attempts += 1
    retry = setTimeout(dial, delay)
  }

  function refuse(code: RefusalCode): void {
    apply({ type: 'refused', code })
    const refused = socket
    socket = null
    refused?.close()
    clearTimeout(watchdog)
  }

  /** A line on which nothing came for long is dead, whatever the browser says. */
  function watch(watched: WebSocket): void {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => {
      if (socket !== watched) return
      drop(closeCodes.unavailable.code)
      watched.close()
    }, silence)
  }

  /** The browser says that there is no network: what looks like a line is none, whatever its socket still believes. */
  function onOffline(): void {
    const cut = socket
    if (cut === null) return
    drop(closeCodes.unavailable.code)
    cut.close()
  }

  /** The browser says that the network is back: no need to wait for the next attempt. */
  function onOnline(): void {
    if (socket !== null || state.type === 'refused') return
    clearTimeout(retry)
    dial()
  }

  doc.on('update', onEdit)
  awareness.on('update', onPresence)
  network?.addEventListener('offline', onOffline)
  network?.addEventListener('online', onOnline)
  dial()

  return {
    get state() {
      return state
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    whenLoaded: loaded.promise,
    close() {
      isClosed = true
      doc.off('update', onEdit)
      awareness.off('update', onPresence)
      network?.removeEventListener('offline', onOffline)
      network?.removeEventListener('online', onOnline)
      clearTimeout(retry)
      clearTimeout(watchdog)
      const closing = socket
      socket = null
      closing?.close()
    },
  }
}

/** What only a newer server says is left unheard. */
function decodeKnown(frame: Uint8Array): Message | null {
  try {
    return decodeMessage(frame)
  } catch (error) {
    if (error instanceof MessageError) return null
    throw error
  }
}

/** What is known of one connection: reset with each. */
type Line = {
  hasPlan: boolean
  /** The server's state vector was answered: from here on each edit is sent as it comes. */
  hasAnswered: boolean
  hasSettled: boolean
  canWrite: boolean | null
  sent: number
  acknowledged: number
}

function newLine(): Line {
  return { hasPlan: false, hasAnswered: false, hasSettled: false, canWrite: null, sent: 0, acknowledged: 0 }
}

/** 4400 to 4499 mean «do not come back». */
function refusalOf(code: number): RefusalCode | null {
  if (code < 4400 || code > 4499) return null
  if (code === closeCodes.signedOut.code) return 'signed-out'
  return code === closeCodes.forbidden.code || code === closeCodes.notFound.code ? 'forbidden' : 'rejected'
}

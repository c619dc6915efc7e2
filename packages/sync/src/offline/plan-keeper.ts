// One closure over what the device holds of a plan: what is written, waits or failed decides together what may be called kept.
import * as Y from 'yjs'

import { hasUnsaved, type SaveState } from '../client/save-state.ts'
import type { KeptEdit, KeptPlan, KeptStore } from './kept-store.ts'

/** Whether what was written here is on the device: all of it, all but what is being put there, or not all of it. */
export type KeepingState = 'kept' | 'keeping' | 'failing'

/**
 * Keeps one open plan on the device.
 * [S6] An edit is put there when it is made, and taken away only in the transaction that writes a state which holds it, once the
 * server has it. The state is never written on a keystroke, and only while the server has all that is in it: what it lacks is in the edits.
 */
export type PlanKeeper = {
  readonly state: KeepingState
  subscribe(listener: () => void): () => void
  /** Whether something was written of which it is not known that the server has it. */
  readonly hasUnsent: boolean
  /** Writes the state now if it may be written; encodes before it returns, so that it may be called as the page goes. */
  flush(): Promise<void>
  /** Stops keeping; resolves to the keys of the edits that are on the device, for who takes them away. */
  stop(): Promise<number[]>
  /** Writes what may be written, and stops. */
  close(): void
}

export type PlanKeeperOptions = {
  projectId: string
  doc: Y.Doc
  client: {
    readonly state: SaveState
    readonly access: { readonly lineage: string; readonly rights: string } | null
    readonly whenLoaded: Promise<void>
    subscribe(listener: () => void): () => void
  }
  store: KeptStore
  /** What was read when the plan was opened; its state and edits are in the document. */
  kept: KeptPlan
  /** What the plan is, for the list of what is kept. */
  about: () => string
  now: () => number
  /** Runs something when at least `ms` have passed and the page is idle; returns what calls it off. */
  later: (run: () => void, ms: number) => () => void
  reportError: (error: unknown) => void
}

/** The origin of what comes from the device: no edit, and not of the server. */
export const keptOrigin = { from: 'device' }

/** Between two writes of the state; the first comes soon after the plan is here. */
const pause = 30_000
/** A state that takes long to encode is written as much more rarely: for this many times as long. The edits are on the device anyway. */
const pausePerCost = 1000
const longestPause = 300_000
const firstPause = 2000

export function createPlanKeeper(options: PlanKeeperOptions): PlanKeeper {
  const { projectId, doc, client, store, kept, about, now, later, reportError } = options
  const listeners = new Set<() => void>()
  /** Keys of edits on the device, by whether the server is known to have them. */
  const unsent = new Set(kept.edits.map(({ key }) => key))
  const acknowledged = new Set<number>()
  const puts = new Set<Promise<void>>()
  let { version, lineage, rights } = kept
  let hasPlan = kept.state !== null
  let isFailing = false
  let isDirty = false
  let isWriting = false
  let isStopped = false
  let savedCount = 0
  /** The line was down since the server last had everything. */
  let wasAway = true
  /** Edits of another page wait in the document for what they build on: only the answer to a new line brings them to the server. */
  let needsNewLine = false
  let writtenAt = -Infinity
  let cost = 0
  let callOff: (() => void) | null = null

  function tell(): void {
    for (const listener of listeners) listener()
  }

  function put(update: Uint8Array): void {
    const savedBefore = savedCount
    const putting = store
      .addEdit(projectId, { lineage, update })
      .then((key) => {
        // The server was quicker than the device.
        if (savedCount > savedBefore) acknowledged.add(key)
        else unsent.add(key)
      })
      .catch(fail)
      .finally(() => {
        puts.delete(putting)
        tell()
        if (puts.size === 0) schedule()
      })
    puts.add(putting)
    tell()
  }

  /** An edit is missing on the device: only a whole state mends that. */
  function fail(error: unknown): void {
    if (!isFailing) reportError(error)
    isFailing = true
    tell()
  }

  function onUpdate(update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void {
    isDirty = true
    if (local) put(update)
    schedule()
  }

  function onClient(): void {
    ;({ lineage, rights } = client.access ?? { lineage, rights })
    const { type } = client.state
    if (type === 'offline' || type === 'connecting') {
      wasAway = true
      needsNewLine = false
    }
    if (type === 'saved') {
      // Who comes back looks for what other pages left behind.
      if (wasAway) {
        isDirty = true
        writtenAt = -Infinity
      }
      wasAway = false
      acknowledge()
    }
    schedule()
  }

  function acknowledge(): void {
    if (needsNewLine || isWaiting(doc)) return
    savedCount += 1
    for (const key of unsent) acknowledged.add(key)
    unsent.clear()
  }

  /** Whether the server has everything that is in the document. */
  function mayWrite(): boolean {
    if (isStopped || isWriting || !hasPlan || puts.size > 0 || needsNewLine || isWaiting(doc)) return false
    return client.state.type === 'saved' || (unsent.size === 0 && !hasUnsaved(client.state))
  }

  function schedule(): void {
    if (!isDirty || callOff !== null || !mayWrite()) return
    callOff = later(
      () => {
        callOff = null
        void flush()
      },
      Math.max(firstPause, writtenAt + Math.min(longestPause, Math.max(pause, pausePerCost * cost)) - now()),
    )
  }

  async function flush(): Promise<void> {
    if (!isDirty || !mayWrite()) return
    if (client.state.type === 'saved') acknowledge()
    const covered = [...acknowledged]
    const beganAt = now()
    const written = { state: Y.encodeStateAsUpdate(doc), lineage, rights, about: about() }
    cost = now() - beganAt
    isWriting = true
    isDirty = false
    try {
      const next = await store.writeState(projectId, written, { version, acknowledged: covered })
      if (next === null) await joinOtherPage()
      else {
        version = next
        for (const key of covered) acknowledged.delete(key)
        isFailing = false
        writtenAt = now()
        if (!isStopped) takeIn(await store.editsBeyond(projectId, new Set([...unsent, ...acknowledged])))
      }
    } catch (error) {
      isDirty = true
      writtenAt = now()
      fail(error)
    }
    isWriting = false
    tell()
    schedule()
  }

  /** Another page wrote a state: what it has comes here too, so that the next one written here has both. */
  async function joinOtherPage(): Promise<void> {
    isDirty = true
    const theirs = await store.read(projectId)
    if (isStopped) return
    version = theirs.version
    if (theirs.state === null) return
    // They follow another history of the data: this page will be told so by the server.
    if (theirs.lineage !== lineage) isDirty = false
    else Y.applyUpdate(doc, theirs.state, keptOrigin)
  }

  /** What another page, open or gone, has not brought to the server yet is brought by this one as well. */
  function takeIn(edits: readonly KeptEdit[]): void {
    // While one is being put, its key cannot be told from another page's.
    if (isStopped || puts.size > 0 || client.state.type === 'readOnly') return
    for (const { key, lineage: theirs, update } of edits) {
      if (theirs !== lineage || unsent.has(key) || acknowledged.has(key)) continue
      unsent.add(key)
      Y.applyUpdate(doc, update, keptOrigin)
      isDirty = true
    }
    if (isWaiting(doc)) needsNewLine = true
  }

  function detach(): void {
    isStopped = true
    doc.off('update', onUpdate)
    leaveClient()
    callOff?.()
    callOff = null
  }

  doc.on('update', onUpdate)
  const leaveClient = client.subscribe(onClient)
  client.whenLoaded
    .then(() => {
      hasPlan = true
      isDirty = true
      onClient()
      schedule()
    })
    .catch(reportError)

  return {
    get state() {
      if (isFailing) return 'failing'
      return puts.size > 0 ? 'keeping' : 'kept'
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get hasUnsent() {
      return unsent.size > 0 || puts.size > 0 || (isFailing && hasUnsaved(client.state))
    },
    flush,
    async stop() {
      detach()
      await Promise.all(puts)
      return [...unsent, ...acknowledged]
    },
    close() {
      void flush()
      detach()
    },
  }
}

/** Whether updates wait in the document for others that they build on. */
function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null
}

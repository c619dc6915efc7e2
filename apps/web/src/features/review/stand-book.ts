import type { Thread, ThreadId, ThreadSubject } from '@concerte/api'
import type { FieldPlace } from '@concerte/editor'
import { standOfSubject, type Standing, type TextRange } from '@concerte/schema'
import type * as Y from 'yjs'

import { placeKey } from '../plan/store/place.ts'
import type { PlanStore } from '../plan/store/plan-store.ts'
import { touchedPlaces } from '../unsaved/touched-places.ts'

/** A stretch of a text that an open thread stands on. */
export type Marked = { thread: ThreadId; range: TextRange }

/**
 * Where the threads of a plan stand now, a little behind what is typed. A keystroke has the threads of that one text
 * looked up again, a change of the outline all of them, in slices.
 */
export type StandBook = {
  setThreads: (threads: readonly Thread[]) => void
  /** Undefined for a thread of an amendment, or one that is not known. */
  standing: (thread: ThreadId) => Standing | undefined
  /** The open threads that stand on words of a text. */
  markedIn: (place: string) => readonly Marked[]
  /** Another object after each change of where a thread stands; not when its words went along with what was typed before them. */
  current: () => object
  /**
   * Tells which texts have other marks now; none where threads moved between nodes alone. `isElsewhere`: of some thread, more changed
   * than how far into its text it stands.
   */
  subscribe: (listener: (places: ReadonlySet<string>, isElsewhere: boolean) => void) => () => void
  close: () => void
}

/** Runs later, in its own turn; returns what calls it off. */
export type Later = (run: () => void) => () => void

/** How many threads are looked up in one slice. */
const slice = 100

type Known = { thread: Thread; standing: Standing | undefined; subject: string }

export function createStandBook(
  { plan, onStructure }: Pick<PlanStore, 'plan' | 'onStructure'>,
  later: Later,
): StandBook {
  const known = new Map<ThreadId, Known>()
  /** By text: the threads that began or stand there. */
  const byPlace = new Map<string, Set<ThreadId>>()
  const listeners = new Set<(places: ReadonlySet<string>, isElsewhere: boolean) => void>()
  const dirty = new Set<ThreadId>()
  let callOff: (() => void) | undefined
  let version = {}

  function soon(): void {
    if (dirty.size > 0) callOff ??= later(run)
  }

  function run(): void {
    callOff = undefined
    const places = new Set<string>()
    let isChanged = false
    let isElsewhere = false
    for (const id of [...dirty].slice(0, slice)) {
      dirty.delete(id)
      const found = known.get(id)
      if (found === undefined) continue
      const standing = standingOf(found.thread.subject)
      if (JSON.stringify(standing) === JSON.stringify(found.standing)) continue
      isChanged = true
      isElsewhere ||= spotOf(standing) !== spotOf(found.standing)
      note(places, found.standing)
      note(places, standing)
      found.standing = standing
      place(id, standing)
    }
    soon()
    if (isChanged) tell(places, isElsewhere)
  }

  function standingOf(subject: ThreadSubject): Standing | undefined {
    return subject.type === 'amendment' ? undefined : standOfSubject(plan, subject)
  }

  function tell(places: ReadonlySet<string>, isElsewhere: boolean): void {
    if (isElsewhere) version = {}
    for (const listener of listeners) listener(places, isElsewhere)
  }

  function place(id: ThreadId, standing: Standing | undefined): void {
    if (standing?.type !== 'text') return
    const key = placeKey(standing)
    const there = byPlace.get(key) ?? new Set()
    byPlace.set(key, there)
    there.add(id)
  }

  function onTransaction({ changed }: Y.Transaction): void {
    if (byPlace.size === 0) return
    for (const touched of touchedPlaces(plan, changed)) {
      for (const id of byPlace.get(placeKey(touched)) ?? []) dirty.add(id)
    }
    soon()
  }
  plan.doc.on('afterTransaction', onTransaction)
  const leave = onStructure(() => {
    for (const id of known.keys()) dirty.add(id)
    soon()
  })

  return {
    setThreads(threads) {
      const places = new Set<string>()
      const gone = new Set(known.keys())
      for (const thread of threads) {
        gone.delete(thread.id)
        const before = known.get(thread.id)
        const subject = JSON.stringify(thread.subject)
        const isSame = before?.subject === subject
        const standing = isSame ? before.standing : standingOf(thread.subject)
        known.set(thread.id, { thread, standing, subject })
        if (isSame && (before.thread.resolved === null) === (thread.resolved === null)) continue
        note(places, standing)
        if (thread.subject.type === 'text')
          place(thread.id, { type: 'text', ...thread.subject.anchor, from: 0, to: 0 })
        place(thread.id, standing)
      }
      for (const id of gone) {
        note(places, known.get(id)?.standing)
        known.delete(id)
      }
      tell(places, true)
    },
    standing: (thread) => known.get(thread)?.standing,
    markedIn(key) {
      return [...(byPlace.get(key) ?? [])].flatMap((id) => {
        const found = known.get(id)
        const standing = found?.standing
        if (found?.thread.resolved !== null || standing?.type !== 'text' || placeKey(standing) !== key)
          return []
        return [{ thread: id, range: { start: standing.from, end: standing.to } }]
      })
    },
    current: () => version,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      callOff?.()
      leave()
      plan.doc.off('afterTransaction', onTransaction)
    },
  }
}

/** A standing without how far into its text it is. */
function spotOf(standing: Standing | undefined): string {
  return JSON.stringify(standing?.type === 'text' ? { ...standing, from: 0, to: 0 } : standing)
}

function note(places: Set<string>, standing: Standing | undefined): void {
  if (standing?.type === 'text') places.add(placeKey(standing satisfies FieldPlace))
}

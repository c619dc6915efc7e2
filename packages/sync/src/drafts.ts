import * as Y from 'yjs'

import type { Room } from './room-ports.ts'

/**
 * Copies of plans on which the server makes its edits: what fails half-way has touched nothing, and what is made goes
 * the way of everybody's updates. Copying a long plan takes as long as opening it, so that a copy is kept a while and
 * only brought up to date for the next edit.
 */
export type Drafts = {
  /** `update`: null when nothing was changed. Throws what `change` throws. */
  edit<T>(room: Pick<Room, 'doc'>, change: (doc: Y.Doc) => T): { result: T; update: Uint8Array | null }
  /** The room is given up. */
  drop(room: Pick<Room, 'doc'>): void
}

/** After the last edit: long enough for those of a meeting that decides on one amendment after another. */
const keptMs = 60_000

export function createDrafts(later: (run: () => void, ms: number) => () => void): Drafts {
  const kept = new Map<Pick<Room, 'doc'>, { draft: Y.Doc; callOff: () => void }>()

  function take(room: Pick<Room, 'doc'>): Y.Doc {
    const found = kept.get(room)
    found?.callOff()
    kept.delete(room)
    const draft = found?.draft ?? new Y.Doc()
    Y.applyUpdate(draft, Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(draft)))
    // [S3] Each edit may be another person's words.
    draft.clientID = new Y.Doc().clientID
    return draft
  }

  return {
    edit(room, change) {
      const draft = take(room)
      const updates: Uint8Array[] = []
      const collect = (update: Uint8Array): void => void updates.push(update)
      draft.on('update', collect)
      const result = draft.transact(() => change(draft))
      draft.off('update', collect)
      const callOff = later(() => kept.delete(room), keptMs)
      kept.set(room, { draft, callOff })
      return { result, update: updates.length === 0 ? null : Y.mergeUpdates(updates) }
    },
    drop(room) {
      kept.get(room)?.callOff()
      kept.delete(room)
    },
  }
}

import type { FieldPlace } from '@concerte/editor'
import type { PlanDoc } from '@concerte/schema'
import { hasUnsaved, type SaveState } from '@concerte/sync'
import type * as Y from 'yjs'

import { listen } from '../plan/store/listen.ts'
import { placeKey } from '../plan/store/place.ts'
import { touchedPlaces } from './touched-places.ts'

/** Where words of one's own stand that the server has not acknowledged, once that lasts: while all goes well there is nothing to see. */
export type Unsaved = {
  /** The oldest first; the same object until it is another. */
  places: () => readonly FieldPlace[]
  has: (place: FieldPlace) => boolean
  subscribe: (listener: () => void) => () => void
  /** Tells of one field alone. */
  subscribeAt: (place: FieldPlace, listener: () => void) => () => void
  /** Follows what is written from now on, and what the server acknowledges. `before`: what was written on another day and is kept on the device. */
  follow: (client: Client, before: readonly FieldPlace[]) => () => void
}

type Client = { readonly state: SaveState; subscribe: (listener: () => void) => () => void }

/** Milliseconds that an acknowledgement may take before its words are shown as unsaved. */
const patience = 2000
/** Between two pictures. */
const pace = 200

const nothing: readonly FieldPlace[] = []

export function createUnsaved(plan: PlanDoc): Unsaved {
  const listeners = new Set<() => void>()
  const atListeners = new Map<string, Set<() => void>>()
  /** By key, the oldest first. */
  const written = new Map<string, FieldPlace>()
  let shown = new Set<string>()
  let places = nothing
  let timer: ReturnType<typeof setTimeout> | undefined

  function show(): void {
    clearTimeout(timer)
    timer = undefined
    if (written.size === shown.size && [...written.keys()].every((key) => shown.has(key))) return
    const before = shown
    shown = new Set(written.keys())
    places = written.size === 0 ? nothing : [...written.values()]
    for (const key of new Set([...before, ...shown])) {
      if (before.has(key) === shown.has(key)) continue
      for (const listener of atListeners.get(key) ?? []) listener()
    }
    for (const listener of listeners) listener()
  }

  return {
    places: () => places,
    has: (place) => shown.has(placeKey(place)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeAt: (place, listener) => listen(atListeners, placeKey(place), listener),
    follow(client, before) {
      const add = (place: FieldPlace) => {
        const key = placeKey(place)
        if (written.has(key)) return
        written.set(key, place)
        timer ??= setTimeout(
          show,
          client.state.type === 'saving' || client.state.type === 'saved' ? patience : pace,
        )
      }
      const onTransaction = (transaction: Y.Transaction) => {
        if (transaction.local) touchedPlaces(plan, transaction.changed).forEach(add)
      }
      const onState = () => {
        if (!hasUnsaved(client.state)) {
          written.clear()
          show()
        } else if (client.state.type !== 'saving' && written.size > shown.size) {
          clearTimeout(timer)
          timer = setTimeout(show, pace)
        }
      }
      before.forEach(add)
      plan.doc.on('afterTransaction', onTransaction)
      const leave = client.subscribe(onState)
      return () => {
        clearTimeout(timer)
        plan.doc.off('afterTransaction', onTransaction)
        leave()
      }
    },
  }
}

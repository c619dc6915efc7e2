import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

import type { FieldPlace } from './field-place.ts'

/** The caret of someone else. `anchor` and `head` are relative positions as JSON, of which another client may have made anything. */
export type RemoteCaret = { client: number; name: string; colour: string; anchor: unknown; head: unknown }

/** The carets of the others, by field. A caret that moves is told to those who show its field and to nobody else. */
export type CaretBook = {
  at: (place: FieldPlace) => RemoteCaret[]
  subscribe: (place: FieldPlace, listener: () => void) => () => void
}

/** `color` as y-prosemirror and the server spell it. */
const stateSchema = z.object({
  user: z.object({ name: z.string(), color: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  place: z.object({ node: z.string(), field: z.string() }),
  cursor: z.object({ anchor: z.unknown(), head: z.unknown() }),
})

const books = new WeakMap<Awareness, CaretBook>()

/** The one book of an awareness: however many fields are live, a state is read once. */
export function caretBookOf(awareness: Awareness): CaretBook {
  const known = books.get(awareness)
  if (known !== undefined) return known
  const book = createCaretBook(awareness)
  books.set(awareness, book)
  return book
}

function createCaretBook(awareness: Awareness): CaretBook {
  const placeOf = new Map<number, string>()
  const carets = new Map<string, Map<number, RemoteCaret>>()
  const listeners = new Map<string, Set<() => void>>()

  /** Reads the state of a client; adds the fields that it concerns to `touched`. */
  function read(client: number, touched: Set<string>): void {
    if (client === awareness.clientID) return
    const before = placeOf.get(client)
    if (before !== undefined) {
      carets.get(before)?.delete(client)
      if (carets.get(before)?.size === 0) carets.delete(before)
      placeOf.delete(client)
      touched.add(before)
    }
    const state = stateSchema.safeParse(awareness.getStates().get(client)).data
    if (state === undefined) return
    const { user, cursor } = state
    const key = keyOf(state.place)
    const here = carets.get(key) ?? new Map<number, RemoteCaret>()
    carets.set(key, here)
    here.set(client, {
      client,
      name: user.name,
      colour: user.color,
      anchor: cursor.anchor,
      head: cursor.head,
    })
    placeOf.set(client, key)
    touched.add(key)
  }

  awareness.on('change', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    const touched = new Set<string>()
    for (const client of [...added, ...updated, ...removed]) read(client, touched)
    for (const key of touched) for (const listener of listeners.get(key) ?? []) listener()
  })
  const unheard = new Set<string>()
  for (const client of awareness.getStates().keys()) read(client, unheard)

  return {
    at: (place) => [...(carets.get(keyOf(place))?.values() ?? [])],
    subscribe(place, listener) {
      const key = keyOf(place)
      const known = listeners.get(key) ?? new Set()
      listeners.set(key, known)
      known.add(listener)
      return () => {
        known.delete(listener)
        if (known.size === 0 && listeners.get(key) === known) listeners.delete(key)
      }
    },
  }
}

function keyOf({ node, field }: FieldPlace): string {
  return `${node} ${field}`
}

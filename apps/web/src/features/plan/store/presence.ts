import type { FieldPlace } from '@concerte/editor'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

import { placeKey } from './place.ts'

/** Someone else who has the plan open. The name and the colour are stamped by the server. */
export type Person = {
  client: number
  id: string
  name: string
  /** `#rrggbb` */
  colour: string
  place: FieldPlace | null
}

/** Who else is here and where; `at` and `everyone` give the same object until it changes. */
export type Presence = {
  everyone: () => readonly Person[]
  at: (place: FieldPlace) => readonly Person[]
  /** Those in a node, or in an entry of it. */
  within: (node: string) => readonly Person[]
  subscribe: (listener: () => void) => () => void
  /** Tells the others where the person is. */
  moveTo: (place: FieldPlace | null) => void
  close: () => void
}

const stateSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), color: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  place: z.object({ node: z.string(), field: z.string() }).nullish(),
})

const nobody: readonly Person[] = []

/** `shownBy` tells which line of the outline a node is under: an entry has none of its own. */
export function createPresence(awareness: Awareness, shownBy: (node: string) => string): Presence {
  const listeners = new Set<() => void>()
  let people: readonly Person[] = nobody
  let byPlace = new Map<string, readonly Person[]>()
  let byNode = new Map<string, readonly Person[]>()

  function read(): void {
    const now = readPeople(awareness)
    // Carets move with every key; names and places seldom do.
    if (JSON.stringify(now) === JSON.stringify(people)) return
    people = now
    byPlace = grouped(now, byPlace, (place) => placeKey(place))
    byNode = grouped(now, byNode, (place) => shownBy(place.node))
    for (const listener of listeners) listener()
  }
  awareness.on('change', read)
  read()

  return {
    everyone: () => people,
    at: (place) => byPlace.get(placeKey(place)) ?? nobody,
    within: (node) => byNode.get(node) ?? nobody,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    moveTo: (place) => awareness.setLocalStateField('place', place),
    close: () => awareness.off('change', read),
  }
}

function readPeople(awareness: Awareness): Person[] {
  const people: Person[] = []
  for (const [client, raw] of awareness.getStates()) {
    if (client === awareness.clientID) continue
    const state = stateSchema.safeParse(raw).data
    if (state !== undefined) {
      const { id, name, color } = state.user
      people.push({ client, id, name, colour: color, place: state.place ?? null })
    }
  }
  return people.toSorted((a, b) => a.client - b.client)
}

function grouped(
  people: readonly Person[],
  before: Map<string, readonly Person[]>,
  keyOf: (place: FieldPlace) => string,
): Map<string, readonly Person[]> {
  const groups = new Map<string, readonly Person[]>()
  for (const person of people) {
    if (person.place === null) continue
    const key = keyOf(person.place)
    groups.set(key, [...(groups.get(key) ?? []), person])
  }
  for (const [key, group] of groups) {
    const old = before.get(key)
    if (JSON.stringify(old) === JSON.stringify(group)) groups.set(key, old!)
  }
  return groups
}

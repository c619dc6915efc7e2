import type { FieldPlace } from '@concerte/editor'
import type { Awareness } from 'y-protocols/awareness'
import { z } from 'zod'

import { listen } from './listen.ts'
import { isSamePlace, placeKey } from './place.ts'

/** Someone else who has the plan open, in one window. The name and the colour are stamped by the server. */
export type Person = {
  client: number
  id: string
  name: string
  /** `#rrggbb` */
  colour: string
  /** Where they write; null when they do not. */
  place: FieldPlace | null
  /** The node that they write in or look at, as far as they told. */
  view: string | null
  /** They have not moved for some minutes, or look at something else. */
  isIdle: boolean
}

/**
 * Who else is here and where. Every list is the same object until it changes, and holds a person once, in however many windows
 * they are: in the one that they use.
 */
export type Presence = {
  /** Each window of the others, and those of one's own beside this one. */
  everyone: () => readonly Person[]
  /** The others. */
  people: () => readonly Person[]
  at: (place: FieldPlace) => readonly Person[]
  /** Those in a node, or in an entry of it. */
  within: (node: string) => readonly Person[]
  subscribe: (listener: () => void) => () => void
  /** Tells of one field alone. */
  subscribeAt: (place: FieldPlace, listener: () => void) => () => void
  /** Tells of one line of the outline alone. */
  subscribeWithin: (node: string, listener: () => void) => () => void
  /** Tells the others where the person is. */
  moveTo: (place: FieldPlace | null) => void
  lookAt: (node: string) => void
  rest: (isIdle: boolean) => void
  close: () => void
}

const stateSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), color: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  place: z.object({ node: z.string(), field: z.string() }).nullish(),
  view: z.string().nullish(),
  idle: z.boolean().nullish(),
})

const nobody: readonly Person[] = []

/** Milliseconds between two pictures of who is where: of forty people who come and go, the page hears ten times a second. */
const pace = 100

export function createPresence(
  awareness: Awareness,
  options: {
    /** Which line of the outline a node is under: an entry has none of its own. */
    shownBy: (node: string) => string
    /** One's own id: other windows of one's own are no other person. */
    me: string | null
  },
): Presence {
  const { shownBy, me } = options
  const windows = new Map<number, Person>()
  const listeners = new Set<() => void>()
  const atListeners = new Map<string, Set<() => void>>()
  const withinListeners = new Map<string, Set<() => void>>()
  let everyone: readonly Person[] = nobody
  let people: readonly Person[] = nobody
  let byPlace: Groups = new Map()
  let byNode: Groups = new Map()
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Whether anything but the caret is another. */
  function read(client: number): boolean {
    if (client === awareness.clientID) return false
    const before = windows.get(client)
    const now = readPerson(client, awareness.getStates().get(client))
    if (now === null) return windows.delete(client)
    if (before !== undefined && isSamePerson(before, now)) return false
    windows.set(client, now)
    return true
  }

  function show(): void {
    timer = undefined
    everyone = [...windows.values()].toSorted((a, b) => a.client - b.client)
    const now = distinct(everyone.filter(({ id }) => id !== me))
    if (isSameList(people, now)) return
    people = now
    const [placesBefore, nodesBefore] = [byPlace, byNode]
    byPlace = grouped(now, placesBefore, (place) => placeKey(place))
    byNode = grouped(now, nodesBefore, (place) => shownBy(place.node))
    for (const listener of listeners) listener()
    tellOf(atListeners, placesBefore, byPlace)
    tellOf(withinListeners, nodesBefore, byNode)
  }

  function onChange({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void {
    let isOther = false
    for (const client of [...added, ...updated, ...removed]) isOther = read(client) || isOther
    if (isOther) timer ??= setTimeout(show, pace)
  }
  awareness.on('change', onChange)
  for (const client of awareness.getStates().keys()) read(client)
  show()

  const tellOthers = (field: string, value: unknown) => {
    if (awareness.getLocalState()?.[field] !== value) awareness.setLocalStateField(field, value)
  }
  return {
    everyone: () => everyone,
    people: () => people,
    at: (place) => byPlace.get(placeKey(place)) ?? nobody,
    within: (node) => byNode.get(node) ?? nobody,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    subscribeAt: (place, listener) => listen(atListeners, placeKey(place), listener),
    subscribeWithin: (node, listener) => listen(withinListeners, node, listener),
    moveTo(place) {
      const view = place?.node
      awareness.setLocalState({ ...awareness.getLocalState(), place, ...(view !== undefined && { view }) })
    },
    lookAt: (node) => tellOthers('view', node),
    rest: (isIdle) => tellOthers('idle', isIdle),
    close() {
      clearTimeout(timer)
      awareness.off('change', onChange)
    },
  }
}

type Groups = ReadonlyMap<string, readonly Person[]>

function readPerson(client: number, raw: unknown): Person | null {
  const state = stateSchema.safeParse(raw).data
  if (state === undefined) return null
  const { id, name, color } = state.user
  const place = state.place ?? null
  const view = state.view ?? place?.node ?? null
  return { client, id, name, colour: color, place, view, isIdle: state.idle ?? false }
}

/** Of the windows of one person, the one where they write; else one that they look at. */
function distinct(windows: readonly Person[]): Person[] {
  const people = new Map<string, Person>()
  for (const window of windows) {
    const before = people.get(window.id)
    if (before === undefined || liveliness(window) > liveliness(before)) people.set(window.id, window)
  }
  return [...people.values()]
}

function liveliness({ place, isIdle }: Person): number {
  return (isIdle ? 0 : 2) + (place === null ? 0 : 1)
}

function isSamePerson(a: Person, b: Person): boolean {
  return (
    a.client === b.client &&
    a.id === b.id &&
    a.name === b.name &&
    a.colour === b.colour &&
    a.view === b.view &&
    a.isIdle === b.isIdle &&
    isSamePlace(a.place, b.place)
  )
}

function isSameList(a: readonly Person[], b: readonly Person[]): boolean {
  return a.length === b.length && a.every((person, index) => isSamePerson(person, b[index]!))
}

function grouped(people: readonly Person[], before: Groups, keyOf: (place: FieldPlace) => string): Groups {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    if (person.place === null) continue
    const key = keyOf(person.place)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [person])
    else group.push(person)
  }
  return new Map(
    Array.from(groups, ([key, group]) => {
      const old = before.get(key)
      return [key, old !== undefined && isSameList(old, group) ? old : group]
    }),
  )
}

function tellOf(listeners: ReadonlyMap<string, Set<() => void>>, before: Groups, now: Groups): void {
  for (const key of new Set([...before.keys(), ...now.keys()])) {
    if (before.get(key) === now.get(key)) continue
    for (const listener of listeners.get(key) ?? []) listener()
  }
}

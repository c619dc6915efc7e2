/** Marks that the page can tell apart (authorship.module.css): eight colours, each with two kinds of line. */
export const authorSlots = 16

/**
 * Gives each author a mark, the most words first, and keeps the ones given before: nobody changes colour while one
 * looks. Who comes after the last mark shares it.
 */
export function giveSlots(
  totals: readonly { author: string | null; length: number }[],
  before: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const slots = new Map(before)
  const taken = new Set(slots.values())
  for (const { author } of totals) {
    if (author === null || slots.has(author)) continue
    const free = Array.from({ length: authorSlots }, (_, slot) => slot).find((slot) => !taken.has(slot))
    slots.set(author, free ?? authorSlots - 1)
    taken.add(free ?? authorSlots - 1)
  }
  return slots
}

/** What is known of who is behind a Yjs client id. */
export type AuthorBook = {
  /** The user's id; null for what the server wrote, and for a client id that nobody knows yet. */
  authorOf: (client: number) => string | null
  nameOf: (userId: string) => string | null
}

/** What the server tells of who wrote. */
export type KnownPeople = readonly { userId: string; name: string | null; clientIds: readonly number[] }[]

type Known = {
  people: KnownPeople
  /** Those who have the plan open now: the server stamps who they are. */
  here: readonly { client: number; id: string; name: string }[]
  me: { client: number; id: string; name: string }
}

export function createAuthorBook({ people, here, me }: Known): AuthorBook {
  const owners = new Map<number, string>()
  const names = new Map<string, string>()
  for (const { userId, name, clientIds } of people) {
    if (name !== null) names.set(userId, name)
    for (const client of clientIds) owners.set(client, userId)
  }
  for (const { client, id, name } of [...here, me]) {
    owners.set(client, id)
    names.set(id, name)
  }
  return { authorOf: (client) => owners.get(client) ?? null, nameOf: (id) => names.get(id) ?? null }
}

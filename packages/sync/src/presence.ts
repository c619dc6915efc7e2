import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'

import { encodeFrame } from './frames.ts'
import { MessageError } from './messages.ts'
import type { Identity } from './ports.ts'

/** A client's presence as the room relays it; `state` is JSON text, null when the client left. */
type Presence = { clock: number; state: string | null; owner: object; userId: string; colour: string }

/** The longest state a client may send, in characters. A place in the plan takes some two hundred. */
const maxStateLength = 4_000
/** How many Yjs clients one connection may speak for: one, and the one before a reload. */
const maxClients = 4

const stateSchema = z.record(z.string(), z.unknown()).nullable()

/**
 * Who is in a room and where. [S8] The `user` of every state is the session's, whatever the client wrote, and a
 * connection speaks only for clients that no other person speaks for. What changed gathers until it is taken, so that
 * the others are told as often as they can bear, of however many people.
 */
export type PresenceRoom = {
  /** Takes a client's awareness update. @throws {MessageError} */
  receive(owner: object, identity: Identity, update: Uint8Array): void
  /** Everyone here, for one who just came; null when nobody is. */
  everyone(): Uint8Array | null
  leave(owner: object): void
  readonly hasChanges: boolean
  /** What changed since it was last taken, null when nothing did; `owner` is the one whom all of it is about, if it is one. */
  takeChanges(): { update: Uint8Array; owner: object | null } | null
}

export function createPresenceRoom(): PresenceRoom {
  const clients = new Map<number, Presence>()
  const changed = new Set<number>()
  return {
    receive(owner, identity, update) {
      for (const { clientId, clock, state } of decodeUpdate(update)) {
        const known = clients.get(clientId)
        // The same person may take a client over: a connection that broke may linger here while its owner is back.
        if (known !== undefined && (known.userId !== identity.userId || known.clock > clock)) continue
        if (known === undefined && countOf(clients, owner) >= maxClients) {
          throw new MessageError('one connection speaks for too many clients')
        }
        const { userId } = identity
        const colour = colourFor(identity, clients.values())
        clients.set(clientId, { clock, state: stamp(state, identity, colour), owner, userId, colour })
        changed.add(clientId)
      }
    },
    everyone() {
      const here = [...clients].filter(([, presence]) => presence.state !== null)
      return here.length === 0 ? null : encodeUpdate(here)
    },
    leave(owner) {
      for (const [clientId, presence] of clients) {
        if (presence.owner !== owner) continue
        clients.set(clientId, { ...presence, clock: presence.clock + 1, state: null })
        changed.add(clientId)
      }
    },
    get hasChanges() {
      return changed.size > 0
    },
    takeChanges() {
      const taken = [...changed].flatMap((clientId): [number, Presence][] => {
        const presence = clients.get(clientId)
        return presence === undefined ? [] : [[clientId, presence]]
      })
      const [first] = taken
      if (first === undefined) return null
      changed.clear()
      // Who left is told of once, and forgotten.
      for (const [clientId, { state }] of taken) if (state === null) clients.delete(clientId)
      const { owner } = first[1]
      const isOfOne = taken.every(([, presence]) => presence.owner === owner)
      return { update: encodeUpdate(taken), owner: isOfOne ? owner : null }
    },
  }
}

/** An awareness update that says nothing: it keeps a client, or a proxy, from taking a quiet line for a dead one. */
export const quietFrame: Uint8Array = encodeFrame({ type: 'awareness', update: encodeUpdate([]) })

function countOf(clients: Map<number, Presence>, owner: object): number {
  let count = 0
  for (const presence of clients.values()) if (presence.owner === owner) count += 1
  return count
}

/** The colour that the person has here already, else the first of theirs that nobody else has, else their first. */
function colourFor({ userId, colours }: Identity, present: Iterable<Presence>): string {
  const taken = new Set<string>()
  for (const presence of present) {
    if (presence.userId === userId) return presence.colour
    taken.add(presence.colour)
  }
  return colours.find((colour) => !taken.has(colour)) ?? colours[0]
}

function stamp(state: string, { userId, name }: Identity, colour: string): string | null {
  const fields = parseState(state)
  return fields === null ? null : JSON.stringify({ ...fields, user: { id: userId, name, color: colour } })
}

function parseState(state: string): Record<string, unknown> | null {
  try {
    return stateSchema.parse(JSON.parse(state))
  } catch (cause) {
    throw new MessageError('a presence that is not an object', { cause })
  }
}

function decodeUpdate(update: Uint8Array): { clientId: number; clock: number; state: string }[] {
  try {
    const decoder = decoding.createDecoder(update)
    const count = decoding.readVarUint(decoder)
    if (count > maxClients) throw new MessageError('presence of too many clients')
    return Array.from({ length: count }, () => {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      if (state.length > maxStateLength) throw new MessageError('presence too long')
      return { clientId, clock, state }
    })
  } catch (cause) {
    throw cause instanceof MessageError ? cause : new MessageError('not a presence', { cause })
  }
}

function encodeUpdate(clients: readonly [number, { clock: number; state: string | null }][]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, clients.length)
  for (const [clientId, { clock, state }] of clients) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state ?? 'null')
  }
  return encoding.toUint8Array(encoder)
}

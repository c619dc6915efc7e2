import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { z } from 'zod'

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
 * connection speaks only for clients that no other person speaks for.
 */
export type PresenceRoom = {
  /** Takes a client's awareness update; returns the one to relay, or null when nothing in it counts. @throws {MessageError} */
  receive(owner: object, identity: Identity, update: Uint8Array): Uint8Array | null
  /** Everyone here, for one who just came; null when nobody is. */
  everyone(): Uint8Array | null
  /** The update that tells the others that `owner` left; null when it had told nothing. */
  leave(owner: object): Uint8Array | null
}

export function createPresenceRoom(): PresenceRoom {
  const clients = new Map<number, Presence>()
  return {
    receive(owner, identity, update) {
      const relayed: [number, Presence][] = []
      for (const { clientId, clock, state } of decodeUpdate(update)) {
        const known = clients.get(clientId)
        // The same person may take a client over: a connection that broke may linger here while its owner is back.
        if (known !== undefined && (known.userId !== identity.userId || known.clock > clock)) continue
        if (known === undefined && clientsOf(clients, owner).length >= maxClients) {
          throw new MessageError('one connection speaks for too many clients')
        }
        const { userId } = identity
        const colour = colourFor(identity, clients.values())
        const presence = { clock, state: stamp(state, identity, colour), owner, userId, colour }
        clients.set(clientId, presence)
        relayed.push([clientId, presence])
      }
      return relayed.length === 0 ? null : encodeUpdate(relayed)
    },
    everyone() {
      const here = [...clients].filter(([, presence]) => presence.state !== null)
      return here.length === 0 ? null : encodeUpdate(here)
    },
    leave(owner) {
      const left = clientsOf(clients, owner).map(([clientId, presence]): [number, Presence] => [
        clientId,
        { ...presence, clock: presence.clock + 1, state: null },
      ])
      for (const [clientId] of left) clients.delete(clientId)
      return left.length === 0 ? null : encodeUpdate(left)
    },
  }
}

/** An awareness update that says nothing: it keeps a stock client from taking a quiet line for a dead one. */
export const emptyPresence = encodeUpdate([])

function clientsOf(clients: Map<number, Presence>, owner: object): [number, Presence][] {
  return [...clients].filter(([, presence]) => presence.owner === owner)
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

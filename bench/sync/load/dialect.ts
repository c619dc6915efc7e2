import * as encoding from 'lib0/encoding'

/** How a server speaks the sync protocol of Yjs. Messages are read where they lie, without an object a message. */
export type Dialect = {
  /** What precedes every message. */
  prefix: (room: string) => Uint8Array
  /** What a client says first, before its state vector. */
  greet: (room: string) => Uint8Array[]
  /** Where the update of a message begins, or what else the message is (one of `told`). */
  read: (bytes: Uint8Array, start: number) => number
  /** Which messages of this client are acknowledged: all until a count, or one more (null). */
  readAcknowledged: (bytes: Uint8Array, start: number) => number | null
  /** False for the relay, which answers nothing and keeps nothing. */
  answers: boolean
}

export const told = { other: -1, stateVector: -2, state: -3, acknowledged: -4 } as const

/** y-websocket's, of @y/websocket-server. */
export const plain: Dialect = {
  prefix: () => new Uint8Array(0),
  greet: () => [],
  read: (bytes, start) => (bytes[start] === 0 ? readSync(bytes, start + 1) : told.other),
  readAcknowledged: () => null,
  answers: true,
}

export const relayed: Dialect = { ...plain, answers: false }

/** Concerte's: y-websocket's, and a client may ask for acknowledgements. */
export const concerte: Dialect = {
  ...plain,
  // Asks for acknowledgements, protocol version 1.
  greet: () => [Uint8Array.of(100, 0, 1)],
  read(bytes, start) {
    const isAcknowledged = bytes[start] === 100 && bytes[start + 1] === 1
    return isAcknowledged ? told.acknowledged : plain.read(bytes, start)
  },
  readAcknowledged: (bytes, start) => readVarUint(bytes, start + 2),
}

/** Hocuspocus's: every message names its document; the first one brings a token. */
export const hocuspocus: Dialect = {
  prefix: named,
  greet: (room) => [
    encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, named(room))
      for (const number of [2, 0]) encoding.writeVarUint(encoder, number)
      encoding.writeVarString(encoder, 'token')
    }),
  ],
  read(bytes, start) {
    const at = start + 1 + (bytes[start] ?? 0)
    const type = bytes[at]
    // Sync, and sync that wants no answer.
    if (type === 0 || type === 4) return readSync(bytes, at + 1)
    return type === 8 ? told.acknowledged : told.other
  },
  readAcknowledged: () => null,
  answers: true,
}

function named(room: string): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarString(encoder, room))
}

function readSync(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0) return told.stateVector
  return bytes[at] === 1 ? told.state : bodyOf(bytes, at)
}

/** Where the update begins of a message whose kind (state, update) stands at `at`. */
function bodyOf(bytes: Uint8Array, at: number): number {
  let body = at + 1
  while ((bytes[body] ?? 0) >= 128) body += 1
  return body + 1
}

function readVarUint(bytes: Uint8Array, start: number): number {
  let value = 0
  let scale = 1
  for (let at = start; ; at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * scale
    if (byte < 128) return value
    scale *= 128
  }
}

/** The update of a message that tells a state or an update. */
export function updateOf(
  dialect: Dialect,
  room: string,
  bytes: Uint8Array,
  start: number,
  end: number,
): Uint8Array {
  // A copy: a Buffer's own `slice` would not be one.
  return Uint8Array.from(bytes.subarray(bodyOf(bytes, start + dialect.prefix(room).byteLength + 1), end))
}

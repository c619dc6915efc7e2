import * as Y from 'yjs'

import { MessageError } from './messages.ts'
import { isSound } from './sound-struct.ts'

/** An update, parsed. */
export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>

/**
 * Structs and deleted ranges of one update: far over what a person brings back from a week offline (a run of typing
 * is one). Each costs every replica some ten microseconds, and 300 bytes here while it is looked at.
 */
const maxParts = 50_000

/**
 * Parses an update (v1 encoding).
 * @throws {MessageError} on anything else, on structs that no editor writes, and on too many parts [S7]
 */
export function decodeUpdate(update: Uint8Array): DecodedUpdate {
  const decoded = decode(update)
  if (!decoded.structs.every(isSound)) throw new MessageError('a struct that no editor writes')
  return decoded
}

/** Structs and deleted ranges. */
export function countParts({ structs, ds }: DecodedUpdate): number {
  let parts = structs.length
  for (const ranges of ds.clients.values()) parts += ranges.length
  return parts
}

/** @throws {MessageError} */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return countParts(decodeUpdate(update)) === 0
}

function decode(update: Uint8Array): DecodedUpdate {
  try {
    return Y.decodeUpdateV2(update, CountingDecoder)
  } catch (cause) {
    throw new MessageError('not an update', { cause })
  }
}

/** Counts while Yjs reads, and not afterwards: four megabytes hold two million structs, which fill half a gigabyte. */
class CountingDecoder extends Y.UpdateDecoderV1 {
  #parts = 0
  readonly #clients = new Set<number>()

  override readClient(): number {
    const client = super.readClient()
    // Yjs would take what it says of a client last, and forget what it said before.
    if (this.#clients.has(client)) throw new RangeError('a client twice')
    this.#clients.add(client)
    return client
  }

  override readInfo(): number {
    this.#count()
    return super.readInfo()
  }

  override readDsLen(): number {
    this.#count()
    return super.readDsLen()
  }

  #count(): void {
    this.#parts += 1
    if (this.#parts > maxParts) throw new RangeError('too many structs or deletions')
  }
}

import * as Y from 'yjs'

/** Letters `from` (included) to `to` (excluded) of one Yjs client id. */
export type OnLetters = (client: number, from: number, to: number) => void

/*
 * A reader of Yjs updates (v1) that allocates nothing: a client of the bench counts half a million letters a second, on the
 * core that sends them too. Module variables, because the same place in the bytes is read and moved by every function.
 */
let bytes: Uint8Array = new Uint8Array(0)
let at = 0

/** Tells which letters an update holds: all strings in it. Some may be told twice. @throws when it is no update */
export function countLetters(message: Uint8Array, start: number, end: number, onLetters: OnLetters): void {
  if (countQuickly(message, start, onLetters)) return
  for (const struct of Y.decodeUpdate(message.subarray(start, end)).structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
    onLetters(struct.id.client, struct.id.clock, struct.id.clock + struct.length)
  }
}

/** False at content that typists do not write: a whole plan that comes late. */
function countQuickly(message: Uint8Array, start: number, onLetters: OnLetters): boolean {
  bytes = message
  at = start
  const clients = varUint()
  for (let n = 0; n < clients; n += 1) {
    const structs = varUint()
    const client = varUint()
    let clock = varUint()
    for (let struct = 0; struct < structs; struct += 1) {
      const length = readStruct()
      if (length === null) return false
      if (length > 0) onLetters(client, clock, clock + length)
      clock += Math.abs(length)
    }
  }
  return true
}

/** The length of one struct: positive when it holds letters. Null when it is none that typists write. */
function readStruct(): number | null {
  const info = bytes[at++] ?? 0
  const kind = info & 31
  // Collected, or skipped.
  if (info === 0 || kind === 10) return -varUint()
  if ((info & 0x80) !== 0) skip(2)
  if ((info & 0x40) !== 0) skip(2)
  if ((info & 0xc0) === 0) {
    if (varUint() === 1) skipString()
    else skip(2)
    if ((info & 0x20) !== 0) skipString()
  }
  if (kind === 1) return -varUint()
  return kind === 4 ? skipString() : null
}

function skip(numbers: number): void {
  for (let n = 0; n < numbers; n += 1) varUint()
}

/** Its length in bytes, which is its length in letters: the bench types ASCII. */
function skipString(): number {
  const length = varUint()
  at += length
  return length
}

function varUint(): number {
  let value = 0
  let scale = 1
  for (;;) {
    const byte = bytes[at++] ?? 0
    value += (byte & 127) * scale
    if (byte < 128) return value
    scale *= 128
  }
}

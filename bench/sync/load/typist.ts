import * as encoding from 'lib0/encoding'

import { maskedFrame } from './raw-socket.ts'

/** A letter that stands in the document: what the next one follows on. */
export type Letter = { client: number; clock: number }

/**
 * Makes the updates of one person who types a letter at a time: runs of a sentence's length, now here, now there. Each
 * is what Yjs would write, byte for byte, without a document behind.
 */
export type Typist = {
  readonly client: number
  /** Letters typed so far: the clock of the next. */
  readonly typed: number
  /** When a letter was sent, by `performance.now()`. */
  sentAt(clock: number): number
  /** The next letters, a message each, as frames for one write. */
  type(letters: number, now: number): Uint8Array
  /** One message that adds `length` letters and takes away those of the paste before, so that the plan does not grow. */
  paste(length: number): Uint8Array
}

/** Letters in one place before the next. */
const run = 40
/** What precedes a struct: a string (4) that names what stands to the left of it (128). */
const letterInfo = 0x84

export function createTypist(client: number, prefix: Uint8Array, places: readonly Letter[]): Typist {
  const ends = [...places]
  let sent = new Float64Array(1024)
  let clock = 0
  let pasted: { clock: number; length: number } | null = null
  const scratch = new Uint8Array(256)

  function remember(now: number): void {
    if (clock >= sent.length) {
      const longer = new Float64Array(sent.length * 2)
      longer.set(sent)
      sent = longer
    }
    sent[clock] = now
  }

  /** One letter's message into `scratch`, after the head of its frame; returns where it ends. */
  function writeLetter(): number {
    const place = Math.floor(clock / run) % ends.length
    const end = ends[place]
    if (end === undefined) throw new Error('a typist needs a place')
    const head = 6
    let at = head
    scratch.set(prefix, at)
    at += prefix.byteLength
    scratch[at++] = 0
    scratch[at++] = 2
    const lengthAt = at++
    scratch[at++] = 1
    scratch[at++] = 1
    at = writeVarUint(at, client)
    at = writeVarUint(at, clock)
    scratch[at++] = letterInfo
    at = writeVarUint(at, end.client)
    at = writeVarUint(at, end.clock)
    scratch[at++] = 1
    scratch[at++] = 97 + (clock % 26)
    scratch[at++] = 0
    scratch[lengthAt] = at - lengthAt - 1
    scratch[0] = 0x82
    scratch[1] = 0x80 | (at - head)
    ends[place] = { client, clock }
    return at
  }

  function writeVarUint(start: number, value: number): number {
    let at = start
    let left = value
    while (left > 127) {
      scratch[at++] = 128 | (left % 128)
      left = Math.floor(left / 128)
    }
    scratch[at++] = left
    return at
  }

  return {
    client,
    get typed() {
      return clock
    },
    sentAt: (letter) => sent[letter] ?? 0,
    type(letters, now) {
      const frames = new Uint8Array(letters * 64 + letters * prefix.byteLength)
      let length = 0
      for (let n = 0; n < letters; n += 1) {
        remember(now)
        const end = writeLetter()
        frames.set(scratch.subarray(0, end), length)
        length += end
        clock += 1
      }
      return frames.subarray(0, length)
    },
    paste(length) {
      const [end] = places
      if (end === undefined) throw new Error('a typist needs a place')
      const update = encoding.encode((encoder) => {
        for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number)
        encoding.writeUint8(encoder, letterInfo)
        for (const number of [end.client, end.clock]) encoding.writeVarUint(encoder, number)
        encoding.writeVarString(encoder, 'p'.repeat(length))
        const ranges = pasted === null ? [0] : [1, client, 1, pasted.clock, pasted.length]
        for (const number of ranges) encoding.writeVarUint(encoder, number)
      })
      pasted = { clock, length }
      clock += length
      return maskedFrame(updateMessage(prefix, update))
    },
  }
}

/** A document message of y-protocols. */
export function updateMessage(prefix: Uint8Array, update: Uint8Array, step: 1 | 2 = 2): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8Array(encoder, prefix)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, update)
  })
}

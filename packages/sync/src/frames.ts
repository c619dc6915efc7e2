import { encodeMessage, MessageError, type Message } from './messages.ts'

/*
 * A frame is one message as a server sends it over a WebSocket (RFC 6455, 5.2): final, binary, not masked. It is made
 * once for all who get it, and what goes to one client in one turn is joined into one write. Over HTTP the same bytes
 * are the body, both ways.
 */

const finalBinary = 0x82

export function encodeFrame(message: Message): Uint8Array<ArrayBuffer> {
  return toFrame(encodeMessage(message))
}

/** @param message one encoded message */
export function toFrame(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const { byteLength: length } = message
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = new Uint8Array(head + length)
  frame[0] = finalBinary
  if (head === 2) frame[1] = length
  else {
    const view = new DataView(frame.buffer)
    frame[1] = head === 4 ? 126 : 127
    if (head === 4) view.setUint16(2, length)
    else view.setBigUint64(2, BigInt(length))
  }
  frame.set(message, head)
  return frame
}

export function joinFrames(frames: readonly Uint8Array[]): Uint8Array {
  const [only] = frames
  if (only !== undefined && frames.length === 1) return only
  const joined = new Uint8Array(frames.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const frame of frames) {
    joined.set(frame, at)
    at += frame.byteLength
  }
  return joined
}

/**
 * Takes the whole messages off the front of what came so far; `rest` is what is still incomplete.
 * @param maxLength of one message, bytes
 * @throws {MessageError} on anything that `toFrame` does not write, and on longer messages [S5] [S7]
 */
export function splitFrames(
  bytes: Uint8Array,
  maxLength: number,
): { messages: Uint8Array[]; rest: Uint8Array } {
  const messages: Uint8Array[] = []
  let at = 0
  while (at + 2 <= bytes.byteLength) {
    if (bytes[at] !== finalBinary) throw new MessageError('not a binary frame')
    const short = bytes[at + 1] ?? 0
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    if (short > 127) throw new MessageError('a masked frame')
    if (at + head > bytes.byteLength) break
    const view = new DataView(bytes.buffer, bytes.byteOffset + at)
    const length = head === 2 ? short : head === 4 ? view.getUint16(2) : Number(view.getBigUint64(2))
    if (length > maxLength) throw new MessageError('a frame too long')
    if (at + head + length > bytes.byteLength) break
    messages.push(bytes.subarray(at + head, at + head + length))
    at += head + length
  }
  return { messages, rest: bytes.subarray(at) }
}

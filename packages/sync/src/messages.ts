import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/*
 * The wire is that of y-websocket: one message a frame, each beginning with its type as a varUint.
 *   0 sync (y-protocols): 0 step 1 (state vector) | 1 step 2 (update) | 2 update
 *   1 awareness (y-protocols)
 *   3 query awareness
 * One more type carries what y-websocket lacks. The server speaks it only to clients that asked.
 *   100 save: 0 ask (client) | 1 acknowledged (count) | 2 refused (code) | 3 access (0 read, 1 write)
 * `acknowledged` counts the document messages (step 2 and update) of this connection that are durable. A state
 * vector would not do: it does not move when words are deleted.
 */

export type Message =
  | { type: 'syncStep1'; stateVector: Uint8Array }
  | { type: 'syncStep2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'queryAwareness' }
  | { type: 'askSaved' }
  | { type: 'acknowledged'; count: number }
  | { type: 'refused'; code: RefusalCode }
  | { type: 'access'; canWrite: boolean }

/** Why the server would not take a client's words. Stable. */
export type RefusalCode = 'forbidden' | 'signed-out' | 'rejected'

/** The bytes were not a message of this protocol. */
export class MessageError extends Error {
  override name = 'MessageError'
  readonly code = 'bad-message'
}

const sync = 0
const awareness = 1
const queryAwareness = 3
const save = 100

export function encodeMessage(message: Message): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  switch (message.type) {
    case 'syncStep1':
      writeBytes(encoder, [sync, 0], message.stateVector)
      break
    case 'syncStep2':
      writeBytes(encoder, [sync, 1], message.update)
      break
    case 'update':
      writeBytes(encoder, [sync, 2], message.update)
      break
    case 'awareness':
      writeBytes(encoder, [awareness], message.update)
      break
    case 'queryAwareness':
      writeNumbers(encoder, [queryAwareness])
      break
    case 'askSaved':
      writeNumbers(encoder, [save, 0])
      break
    case 'acknowledged':
      writeNumbers(encoder, [save, 1, message.count])
      break
    case 'refused':
      writeNumbers(encoder, [save, 2])
      encoding.writeVarString(encoder, message.code)
      break
    case 'access':
      writeNumbers(encoder, [save, 3, message.canWrite ? 1 : 0])
      break
  }
  return encoding.toUint8Array(encoder)
}

/** Parses one frame. @throws {MessageError} on anything else, trailing bytes included */
export function decodeMessage(frame: Uint8Array): Message {
  try {
    const decoder = decoding.createDecoder(frame)
    const message = readMessage(decoder)
    if (decoding.hasContent(decoder)) throw new MessageError('bytes after the message')
    return message
  } catch (cause) {
    throw cause instanceof MessageError ? cause : new MessageError('not a message', { cause })
  }
}

function readMessage(decoder: decoding.Decoder): Message {
  const type = decoding.readVarUint(decoder)
  switch (type) {
    case sync:
      return readSync(decoder)
    case awareness:
      return { type: 'awareness', update: decoding.readVarUint8Array(decoder) }
    case queryAwareness:
      return { type: 'queryAwareness' }
    case save:
      return readSave(decoder)
    default:
      throw new MessageError(`unknown message type ${type}`)
  }
}

function readSync(decoder: decoding.Decoder): Message {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === 0) return { type: 'syncStep1', stateVector: bytes }
  if (step === 1) return { type: 'syncStep2', update: bytes }
  if (step === 2) return { type: 'update', update: bytes }
  throw new MessageError(`unknown sync step ${step}`)
}

function readSave(decoder: decoding.Decoder): Message {
  const kind = decoding.readVarUint(decoder)
  if (kind === 0) return { type: 'askSaved' }
  if (kind === 1) return { type: 'acknowledged', count: decoding.readVarUint(decoder) }
  if (kind === 2) return { type: 'refused', code: refusalCode(decoding.readVarString(decoder)) }
  if (kind === 3) return { type: 'access', canWrite: decoding.readVarUint(decoder) === 1 }
  throw new MessageError(`unknown save message ${kind}`)
}

/** A code of a newer server is a refusal all the same. */
function refusalCode(code: string): RefusalCode {
  return code === 'forbidden' || code === 'signed-out' ? code : 'rejected'
}

function writeNumbers(encoder: encoding.Encoder, numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number)
}

function writeBytes(encoder: encoding.Encoder, numbers: readonly number[], bytes: Uint8Array): void {
  writeNumbers(encoder, numbers)
  encoding.writeVarUint8Array(encoder, bytes)
}

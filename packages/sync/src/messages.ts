import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/*
 * The wire is that of y-websocket: one message a frame, each beginning with its type as a varUint.
 *   0 sync (y-protocols): 0 step 1 (state vector) | 1 step 2 (update) | 2 update
 *   1 awareness (y-protocols)
 *   3 query awareness
 * One more type carries what y-websocket lacks. The server speaks it only to clients that asked.
 *   100 save: 0 ask (client: version) | 1 acknowledged (count) | 2 refused (code)
 *           | 3 access (0 read, 1 write; lineage; rights as JSON text) | 4 closed (close code; over HTTP only)
 *           | 5 news (topic): something beside the document changed, to be asked for over HTTP
 * `acknowledged` counts the document messages (step 2 and update) of this connection that are durable. A state
 * vector would not do: it does not move when words are deleted.
 */

export type Message =
  | { type: 'syncStep1'; stateVector: Uint8Array }
  | { type: 'syncStep2'; update: Uint8Array }
  | { type: 'update'; update: Uint8Array }
  | { type: 'awareness'; update: Uint8Array }
  | { type: 'queryAwareness' }
  | { type: 'askSaved'; version: number }
  | { type: 'acknowledged'; count: number }
  | { type: 'refused'; code: RefusalCode }
  | { type: 'access'; canWrite: boolean; lineage: string; rights: string }
  | { type: 'closed'; code: number }
  | { type: 'news'; topic: string }

/** Counted up when an older client would misunderstand this server, or be misunderstood. */
export const protocolVersion = 1

/** Why the server would not take a client's words. Stable. */
export const refusalCodes = [
  /** The person may not write here at all, or no longer open the plan. */
  'forbidden',
  'signed-out',
  /** No editor writes such a thing. */
  'rejected',
  /** Structs under a Yjs client id that is another person's [S3]. */
  'foreign-author',
  /** [S4] Of what is there, the person's groups do not write this. */
  'not-your-axis',
  /** Axes, sections, cover values, template: for leads. */
  'structure',
  'axis-locked',
  /** The phase of the plan does not let this role write. */
  'phase',
  'plan-final',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

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
      writeNumbers(encoder, [save, 0, message.version])
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
      encoding.writeVarString(encoder, message.lineage)
      encoding.writeVarString(encoder, message.rights)
      break
    case 'closed':
      writeNumbers(encoder, [save, 4, message.code])
      break
    case 'news':
      writeNumbers(encoder, [save, 5])
      encoding.writeVarString(encoder, message.topic)
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
  if (kind === 0) return { type: 'askSaved', version: decoding.readVarUint(decoder) }
  if (kind === 1) return { type: 'acknowledged', count: decoding.readVarUint(decoder) }
  if (kind === 2) return { type: 'refused', code: refusalCode(decoding.readVarString(decoder)) }
  if (kind === 3) {
    const canWrite = decoding.readVarUint(decoder) === 1
    const lineage = decoding.readVarString(decoder)
    return { type: 'access', canWrite, lineage, rights: decoding.readVarString(decoder) }
  }
  if (kind === 4) return { type: 'closed', code: decoding.readVarUint(decoder) }
  if (kind === 5) return { type: 'news', topic: decoding.readVarString(decoder) }
  throw new MessageError(`unknown save message ${kind}`)
}

/** A code of a newer server is a refusal all the same. */
function refusalCode(code: string): RefusalCode {
  return refusalCodes.find((known) => known === code) ?? 'rejected'
}

function writeNumbers(encoder: encoding.Encoder, numbers: readonly number[]): void {
  for (const number of numbers) encoding.writeVarUint(encoder, number)
}

function writeBytes(encoder: encoding.Encoder, numbers: readonly number[], bytes: Uint8Array): void {
  writeNumbers(encoder, numbers)
  encoding.writeVarUint8Array(encoder, bytes)
}

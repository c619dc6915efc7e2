import { decodeMessage, MessageError, type Message } from '../messages.ts'

/** What only a newer server says is left unheard: null. */
export function decodeKnown(bytes: Uint8Array): Message | null {
  try {
    return decodeMessage(bytes)
  } catch (error) {
    if (error instanceof MessageError) return null
    throw error
  }
}

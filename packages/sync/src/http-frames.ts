import { toFrame } from './frames.ts'
import { encodeMessage } from './messages.ts'
import { emptyPresence } from './presence.ts'

/*
 * What only a line over HTTP says: a WebSocket has pings and close codes for it.
 */

/** Says nothing: that the line is there. */
export const quietFrame: Uint8Array = toFrame(encodeMessage({ type: 'awareness', update: emptyPresence }))

/** The last thing said on a line. */
export function closedFrame(code: number): Uint8Array {
  return toFrame(encodeMessage({ type: 'closed', code }))
}

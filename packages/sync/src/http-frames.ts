import { encodeFrame } from './frames.ts'

/** The last thing said on a line over HTTP, which has no close codes. */
export function closedFrame(code: number): Uint8Array {
  return encodeFrame({ type: 'closed', code })
}

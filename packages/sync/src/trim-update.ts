import * as Y from 'yjs'

import { decodeUpdate, type DecodedUpdate } from './decode-update.ts'

/**
 * What of an update is new to a document, deletions included. What it tells again is taken off, since Yjs would follow
 * its references all the same, and trust them where only a part of a struct is new: they may be others than those that
 * were told at first.
 */
export function trimKnown(
  doc: Y.Doc,
  update: Uint8Array,
  decoded: DecodedUpdate,
): { update: Uint8Array; decoded: DecodedUpdate } {
  const known = new Map<number, number>()
  for (const { id } of decoded.structs) {
    const state = Y.getState(doc.store, id.client)
    if (id.clock < state) known.set(id.client, state)
  }
  if (known.size === 0) return { update, decoded }
  const fresh = Y.diffUpdate(update, Y.encodeStateVector(known))
  return { update: fresh, decoded: decodeUpdate(fresh) }
}

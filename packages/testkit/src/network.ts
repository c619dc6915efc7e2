import * as Y from 'yjs'

import { shuffled, type Pick } from './random.ts'

/**
 * Replicas of one document and what each has not received yet. Updates may arrive late, in any order, twice, or
 * several as one.
 */
export type Network = {
  docs: readonly Y.Doc[]
  /** Every update that was ever sent. */
  sent: readonly Uint8Array[]
  /** Gives a replica a random part of what waits for it; what was left out waits on. */
  deliverSome(to: number, pick: Pick): void
  /** Gives everyone everything, in a random order each. */
  meet(pick: Pick): void
}

/** `count` replicas that begin as `start` (a document's whole state). Client ids are 1, 2, 3… */
export function createNetwork(count: number, start: Uint8Array): Network {
  const network = {}
  const sent: Uint8Array[] = [start]
  const inboxes: Uint8Array[][] = []
  const docs = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = index + 1
    Y.applyUpdate(doc, start, network)
    inboxes.push([])
    return doc
  })
  docs.forEach((doc, from) =>
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === network) return
      sent.push(update)
      inboxes.forEach((inbox, to) => to !== from && inbox.push(update))
    }),
  )
  const deliver = (to: number, updates: Uint8Array[], pick: Pick): void => {
    const order = shuffled(pick, updates)
    if (pick(3) === 0 && order.length > 1) order.splice(0, 2, Y.mergeUpdates(order.slice(0, 2)))
    for (const update of order) {
      Y.applyUpdate(docs[to]!, update, network)
      if (pick(5) === 0) Y.applyUpdate(docs[to]!, update, network)
    }
  }
  return {
    docs,
    sent,
    deliverSome(to, pick) {
      const waiting = inboxes[to]!.splice(0)
      const taken = waiting.filter(() => pick(3) > 0)
      inboxes[to]!.push(...waiting.filter((update) => !taken.includes(update)))
      deliver(to, taken, pick)
    },
    meet(pick) {
      // Receiving can make Yjs tidy up and send again.
      while (inboxes.some((inbox) => inbox.length > 0)) {
        inboxes.forEach((inbox, to) => deliver(to, inbox.splice(0), pick))
      }
    },
  }
}

/** A new replica that received `updates` in a random order. */
export function replay(updates: readonly Uint8Array[], pick: Pick): Y.Doc {
  const doc = new Y.Doc()
  for (const update of shuffled(pick, updates)) Y.applyUpdate(doc, update)
  return doc
}

import type { Touch } from '@concerte/schema'
import * as Y from 'yjs'

import type { DecodedUpdate } from './decode-update.ts'
import type { Found, Spot, SpotFinder } from './spots.ts'
import type { Struct } from './structs.ts'

/**
 * What an update does to a document, for whoever judges whether its author may. Of many changes inside of one value
 * (a text that is typed) one touch is told. What the document has no longer is not touched by deleting it again.
 * @param doc without the update
 * @param added the structs that are new to it, with their places (`checkUpdate`)
 */
export function touchesOf(
  { doc, spots }: { doc: Y.Doc; spots: SpotFinder },
  { ds }: DecodedUpdate,
  added: readonly { struct: Struct; spot: Found }[],
): Touch[] {
  const touches = createTouches()
  for (const { struct, spot } of added) {
    // What comes to stand nowhere is dropped by Yjs.
    if (!(struct instanceof Y.Item) || typeof spot === 'string') continue
    // Yjs puts it in place of the value that is there, and then it goes: nothing is left of either.
    if (isGone(struct, ds)) touches.add(spot, 'remove', undefined)
    else touches.add(spot, 'add', valueOf(struct))
  }
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      for (const item of liveItems(doc, client, clock, clock + len)) {
        const spot = spots.ofItem(item)
        if (typeof spot !== 'string') touches.add(spot, 'remove', undefined)
      }
    }
  }
  return touches.all
}

function createTouches(): {
  all: Touch[]
  add(spot: Spot, change: Touch['change'], value: unknown): void
} {
  const all: Touch[] = []
  /** What was told of already, for changes inside of a value. */
  const told = new Set<string>()
  return {
    all,
    add({ root, keys, isValue }, change, value) {
      if (!isValue) {
        const name = JSON.stringify([change, root, keys])
        if (told.has(name)) return
        told.add(name)
      }
      all.push({ root, keys, isValue, change, value })
    },
  }
}

/** The items of a client that the document has between two clocks, without those that are deleted already. */
export function* liveItems(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client)
  const end = Math.min(to, Y.getState(doc.store, client))
  if (structs === undefined || from >= end) return
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= end) return
    if (struct instanceof Y.Item && !struct.deleted) yield struct
  }
}

/** Whether an update brings what it takes away itself: what somebody made and undid before it was sent. */
function isGone({ id, length, content }: Y.Item, ds: DecodedUpdate['ds']): boolean {
  return content instanceof Y.ContentDeleted || Y.isDeleted(ds, Y.createID(id.client, id.clock + length - 1))
}

/** The plain value of an item, undefined when it is none. Of several, a map takes the last. */
function valueOf({ content }: Y.Item): unknown {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr.at(-1)
  return undefined
}

import { createSyncClient, type SyncClient } from '@concerte/sync'
import { onTestFinished } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import type { Person } from './browser.ts'
import { orleans, password, send } from './people.ts'
import type { TestServer } from './server.ts'

/** Someone without a browser, who has the plan open all the same. */
export type RawPerson = {
  name: string
  doc: Y.Doc
  awareness: Awareness
  client: SyncClient
  /** Puts the caret into a field, at an offset of its first paragraph. */
  write: (node: string, field: string, offset: number) => void
}

/** How many come in together. */
const atOnce = 5

/** Several colleagues who took one invitation, each in the plan by a client of its own until the test ends. */
export async function joinCrowd(
  server: TestServer,
  options: { by: Person; names: readonly string[]; role: string },
): Promise<RawPerson[]> {
  const { by, names, role } = options
  const created = await send(by, server, {
    method: 'POST',
    path: `/api/projects/${orleans}/invitations`,
    data: { role, expiresInDays: 7, reusable: true },
  })
  const token = new URL((created as { url: string }).url).pathname.split('/').at(-1) ?? ''
  const people: RawPerson[] = []
  for (let first = 0; first < names.length; first += atOnce) {
    const some = names.slice(first, first + atOnce)
    people.push(...(await Promise.all(some.map((name) => join(server, { token, name })))))
  }
  return people
}

async function join(
  server: TestServer,
  { token, name }: { token: string; name: string },
): Promise<RawPerson> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}@example.org`
  const answer = await fetch(`${server.url}/api/invitations/${token}/accept`, {
    method: 'POST',
    headers: { origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ account: { name, email, password } }),
  })
  if (!answer.ok) throw new Error(`${name} was not let in: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const client = createSyncClient({
    url: `${server.url.replace(/^http/, 'ws')}/sync/${orleans}`,
    doc,
    awareness,
    webSocket: socketOf(server.url, cookie),
    // Many of them share one process: it is slow, and nothing else carries their cookies.
    waits: { socket: 120_000 },
  })
  onTestFinished(() => {
    client.close()
    awareness.destroy()
  })
  await client.whenLoaded
  return { name, doc, awareness, client, write: (...place) => writeAt({ doc, awareness }, place) }
}

function writeAt(
  { doc, awareness }: Pick<RawPerson, 'doc' | 'awareness'>,
  [node, field, offset]: [node: string, field: string, offset: number],
): void {
  const map: unknown = doc.getMap('nodes').get(node)
  const fragment: unknown = map instanceof Y.Map ? map.get(field) : undefined
  const paragraph: unknown = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined
  const text: unknown = paragraph instanceof Y.XmlElement ? paragraph.get(0) : paragraph
  if (!(text instanceof Y.XmlText)) throw new Error(`no words in ${node} ${field}`)
  const point = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, offset, -1)) as unknown
  awareness.setLocalState({
    ...awareness.getLocalState(),
    place: { node, field },
    view: node,
    cursor: { anchor: point, head: point },
  })
}

/** A WebSocket that sends what a browser would: Node's takes headers, of which the types of browsers do not know. */
function socketOf(origin: string, cookie: string): typeof WebSocket {
  const withHeaders = { headers: { origin, cookie } } as unknown as string[]
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, withHeaders)
    }
  }
}

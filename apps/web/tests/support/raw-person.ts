import { createSyncClient, type SyncClient } from '@concerte/sync'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

/** Someone without a browser, who has a plan open all the same. */
export type RawPerson = {
  name: string
  doc: Y.Doc
  awareness: Awareness
  client: SyncClient
  leave: () => void
}

/** Takes an invitation with an account of a new name, and opens the plan. `url`: the server's. */
export async function joinByInvitation(
  url: string,
  { token, name, password, projectId }: { token: string; name: string; password: string; projectId: string },
): Promise<RawPerson> {
  const address = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
  const answer = await fetch(`${url}/api/invitations/${token}/accept`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ account: { name, email: `${address}@example.org`, password } }),
  })
  if (!answer.ok) throw new Error(`${name} was not let in: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const client = createSyncClient({
    url: `${url.replace(/^http/, 'ws')}/sync/${projectId}`,
    doc,
    awareness,
    webSocket: socketOf(url, cookie),
    // Many of them share one process: it is slow, and nothing else carries their cookies.
    waits: { socket: 120_000 },
  })
  const leave = () => {
    client.close()
    awareness.destroy()
  }
  await client.whenLoaded
  return { name, doc, awareness, client, leave }
}

/** A WebSocket that sends what a browser would: Node's takes headers, of which the types of browsers do not know. */
function socketOf(origin: string, cookie: string): typeof WebSocket {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const withHeaders = { headers: { origin, cookie } } as unknown as string[]
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, withHeaders)
    }
  }
}

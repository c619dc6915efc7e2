import { createdInvitationSchema } from '@concerte/api'
import { createSyncClient } from '@concerte/sync'
import type { Page } from 'playwright-core'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import type { Concerte } from '../../bench/support/concerte.ts'

const plan = 'orleans-tours-2024-2028'
const firstNames = ['Paul', 'Anne', 'Luc', 'Inès', 'Hugo', 'Zoé', 'Karim', 'Léa']
const lastNames = ['Petit', 'Martin', 'Lebrun', 'Faure', 'Roux']

/** Forty people without a browser who write in the plan that `page` shows, spread over it; call what it gives to have them leave. */
export async function bringColleagues({ http, url }: Concerte, page: Page): Promise<() => void> {
  const made = await http.post(`/api/projects/${plan}/invitations`, {
    data: { role: 'editor', expiresInDays: 7, reusable: true },
  })
  const token = new URL(createdInvitationSchema.parse(await made.json()).url).pathname.split('/').at(-1) ?? ''
  const measures = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[data-text][aria-label^="Mesure"]')].map(({ dataset }) => dataset.text)`,
  )
  const names = firstNames.flatMap((first) => lastNames.map((last) => `${first} ${last}`))
  const leaves: (() => void)[] = []
  for (const [seat, name] of names.entries()) {
    const key = measures[Math.floor((seat * measures.length) / names.length)] ?? ''
    leaves.push(await join(url, token, { name, node: key.slice(0, key.lastIndexOf('.')) }))
  }
  return () => leaves.forEach((leave) => leave())
}

async function join(
  url: string,
  token: string,
  { name, node }: { name: string; node: string },
): Promise<() => void> {
  const address = name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
  const answer = await fetch(`${url}/api/invitations/${token}/accept`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({
      account: { name, email: `${address}@example.org`, password: 'quatre mots sans lien' },
    }),
  })
  if (!answer.ok) throw new Error(`${name} was not let in: ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0])
  // Node's takes headers, of which the types of browsers do not know.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const withHeaders = { headers: { origin: url, cookie: cookie.join('; ') } } as unknown as string[]
  const doc = new Y.Doc()
  const awareness = new Awareness(doc)
  const client = createSyncClient({
    url: `${url.replace(/^http/, 'ws')}/sync/${plan}`,
    doc,
    awareness,
    webSocket: class extends WebSocket {
      constructor(address: string | URL) {
        super(address, withHeaders)
      }
    },
  })
  await client.whenLoaded
  awareness.setLocalState({
    ...awareness.getLocalState(),
    place: { node, field: 'text' },
    view: node,
  })
  return () => {
    client.close()
    awareness.destroy()
  }
}

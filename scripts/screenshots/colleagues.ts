import type { Page } from 'playwright-core'

import { createInvitation, password } from '../../apps/web/tests/support/invitations.ts'
import { joinByInvitation } from '../../apps/web/tests/support/raw-person.ts'
import type { Concerte } from '../../bench/support/concerte.ts'
import { orleans as plan } from '../../bench/support/plans.ts'

const firstNames = ['Paul', 'Anne', 'Luc', 'Inès', 'Hugo', 'Zoé', 'Karim', 'Léa']
const lastNames = ['Petit', 'Martin', 'Lebrun', 'Faure', 'Roux']

/** Forty people without a browser who write in the plan that `page` shows, spread over it; call what it gives to have them leave. */
export async function bringColleagues({ http, url }: Concerte, page: Page): Promise<() => void> {
  const token = await createInvitation(http, url, { projectId: plan, role: 'editor', reusable: true })
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
  const { awareness, leave } = await joinByInvitation(url, { token, name, password, projectId: plan })
  awareness.setLocalState({
    ...awareness.getLocalState(),
    place: { node, field: 'text' },
    view: node,
  })
  return leave
}

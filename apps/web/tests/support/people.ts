import type { Browser } from 'playwright-core'

import { ask } from './ask.ts'
import { openAs, type Person } from './browser.ts'
import { acceptInvitation, createInvitation, password } from './invitations.ts'
import type { TestServer } from './server.ts'

export const orleans = 'orleans-tours-2024-2028'
export const clermont = 'clermont-ferrand'

/** The first account, made as the set-up page makes it, without its page. */
export async function openAsAdmin(browser: Browser, server: TestServer): Promise<Person> {
  const person = await openAs(browser)
  const token = new URL(server.setupUrl!).hash.slice(1)
  const data = { token, name: 'Marie Durand', email: 'marie@example.org', password }
  await send(person, server, { method: 'POST', path: '/api/setup', data })
  return person
}

/** A colleague who took an invitation to a plan in a role, without its pages. */
export async function openAsInvited(
  browser: Browser,
  server: TestServer,
  options: {
    by: Person
    name: string
    role: string
    projectId?: string
    open?: Parameters<typeof openAs>[1]
  },
): Promise<Person> {
  return invite(await openAs(browser, options.open), server, options)
}

/** The same for someone who is at their browser already. */
export async function invite(
  person: Person,
  server: TestServer,
  options: { by: Person; name: string; role: string; projectId?: string },
): Promise<Person> {
  const { by, name, role, projectId = orleans } = options
  const token = await createInvitation(by.context.request, server.url, { projectId, role })
  await acceptInvitation(person.context.request, server.url, { token, name })
  return person
}

/** Sends a request to the API as a person; resolves to the answer. */
export function send(
  person: Person,
  server: TestServer,
  { method, path, data }: { method: string; path: string; data?: object },
): Promise<unknown> {
  return ask(person.context.request, method, server.url + path, data)
}

import type { Browser } from 'playwright-core'
import { expect } from 'vitest'

import { openAs, type Person } from './browser.ts'
import type { TestServer } from './server.ts'

export const orleans = 'orleans-tours-2024-2028'
export const clermont = 'clermont-ferrand'
export const password = 'quatre mots sans lien'

/** The first account, made as the set-up page makes it, without its page. */
export async function openAsAdmin(browser: Browser, server: TestServer): Promise<Person> {
  const person = await openAs(browser)
  const token = new URL(server.setupUrl!).hash.slice(1)
  await post(person, server, '/api/setup', {
    token,
    name: 'Marie Durand',
    email: 'marie@example.org',
    password,
  })
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
  const created = await post(by, server, `/api/projects/${projectId}/invitations`, {
    role,
    expiresInDays: 7,
    reusable: false,
  })
  const token = new URL((created as { url: string }).url).pathname.split('/').at(-1)
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.org`
  await post(person, server, `/api/invitations/${token}/accept`, { account: { name, email, password } })
  return person
}

function post(person: Person, server: TestServer, path: string, data: object): Promise<unknown> {
  return send(person, server, { method: 'POST', path, data })
}

/** Sends a request to the API as a person; resolves to the answer. */
export async function send(
  person: Person,
  server: TestServer,
  { method, path, data }: { method: string; path: string; data?: object },
): Promise<unknown> {
  const response = await person.context.request.fetch(server.url + path, {
    method,
    headers: { origin: server.url },
    ...(data !== undefined && { data }),
  })
  const text = await response.text()
  expect(response.ok(), `${path}: ${text}`).toBe(true)
  return text === '' ? null : JSON.parse(text)
}

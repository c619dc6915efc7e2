import { createdInvitationSchema } from '@concerte/api'
import type { APIRequestContext } from 'playwright-core'

import { ask } from './ask.ts'

/** Everyone's. */
export const password = 'quatre mots sans lien'

/** Makes an invitation to a plan as one of its leads; resolves to its token. `url`: the server's. */
export async function createInvitation(
  lead: APIRequestContext,
  url: string,
  { projectId, role, reusable = false }: { projectId: string; role: string; reusable?: boolean },
): Promise<string> {
  const data = { role, expiresInDays: 7, reusable }
  const made = await ask(lead, 'POST', `${url}/api/projects/${projectId}/invitations`, data)
  return new URL(createdInvitationSchema.parse(made).url).pathname.split('/').at(-1) ?? ''
}

/** Takes an invitation with an account of a new name. */
export async function acceptInvitation(
  person: APIRequestContext,
  url: string,
  { token, name }: { token: string; name: string },
): Promise<void> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@example.org`
  await ask(person, 'POST', `${url}/api/invitations/${token}/accept`, { account: { name, email, password } })
}

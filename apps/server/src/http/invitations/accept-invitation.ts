import { acceptedInvitationSchema, acceptInvitationSchema, type NewAccount } from '@concerte/api'
import { closeCodes, type PlanRooms } from '@concerte/sync'
import { createRoute } from '@hono/zod-openapi'

import type { Accounts } from '../../accounts/accounts.ts'
import type { AttemptLimits } from '../../accounts/attempt-limits.ts'
import { ApiError } from '../../api-error.ts'
import type { Notify } from '../../notices/notify.ts'
import type { InvitationAcceptance, Storage } from '../../storage/port.ts'
import { answers, jsonBody, setCookies, type Api, type ApiContext } from '../api.ts'
import { tokenParameters } from '../parameters.ts'
import { hashInvitationToken } from './invitation-token.ts'

const route = createRoute({
  method: 'post',
  path: '/api/invitations/{token}/accept',
  summary: 'Join a plan as the person signed in, or with a new account, which is then signed in',
  request: { params: tokenParameters, ...jsonBody(acceptInvitationSchema) },
  responses: answers('The plan that is now open', acceptedInvitationSchema),
})

export function addAcceptInvitation(
  api: Api,
  options: {
    accounts: Accounts
    storage: Pick<Storage, 'accounts' | 'invitations'>
    limits: AttemptLimits
    rooms: Pick<PlanRooms, 'disconnect' | 'tell'>
    notify: Notify
  },
): void {
  const { accounts, limits, rooms } = options
  const { invitations } = options.storage

  api.openapi(route, async (c) => {
    const tokenHash = hashInvitationToken(c.req.valid('param').token)
    const { account } = c.req.valid('json')
    const accepted = await limits.attempt({ address: c.var.address }, async () => {
      // Looked up first, so that a wrong link does not cost a password hash.
      const invitation = await invitations.findOpen(tokenHash)
      if (invitation === null) throw new ApiError('invitation-invalid')
      const by = await acceptance(c, tokenHash, account)
      const result = await invitations.accept(by)
      if (result.type === 'invalid') throw new ApiError('invitation-invalid')
      if (result.type === 'email-taken') throw new ApiError('email-taken')
      return { ...result, invitation }
    })
    const { projectId, userId, change } = accepted
    if (change === 'joined') {
      const by = (await options.storage.accounts.names([userId])).get(userId) ?? ''
      const { role, createdById } = accepted.invitation
      const notice = { type: 'invitation', by, role } as const
      await options.notify({ projectId, to: [createdById], by: userId, notice })
    }
    // The path names no plan whose trail would be told.
    if (change !== 'none') rooms.tell(projectId, 'trail')
    if (account !== undefined) {
      setCookies(c, (await accounts.signIn(account)).cookies)
    } else if (change !== 'none') {
      // A member who gained a role: open plans come back with it.
      rooms.disconnect(projectId, closeCodes.roleChanged, userId)
    }
    return c.json({ projectId }, 200)
  })

  async function acceptance(
    c: ApiContext,
    tokenHash: string,
    account: NewAccount | undefined,
  ): Promise<InvitationAcceptance> {
    if (account !== undefined) {
      return { type: 'account', tokenHash, account: await accounts.prepare(account, false) }
    }
    const identity = await accounts.identify(c.req.raw.headers)
    if (identity === null) throw new ApiError('not-signed-in')
    return { type: 'user', tokenHash, userId: identity.user.id }
  }
}

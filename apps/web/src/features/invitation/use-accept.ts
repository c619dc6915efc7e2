import type { NewAccount } from '@concerte/api'
import { useLocation } from 'wouter'

import { acceptInvitation } from '../../api/invitations.ts'
import { useSignedIn } from '../account/use-signed-in.ts'

/** Accepts the invitation, then opens the plan. */
export function useAccept(token: string): (account?: NewAccount) => Promise<void> {
  const signedIn = useSignedIn()
  const [, navigate] = useLocation()
  return async (account) => {
    const project = await acceptInvitation(token, account)
    await signedIn()
    navigate(`/plans/${project}`, { replace: true })
  }
}

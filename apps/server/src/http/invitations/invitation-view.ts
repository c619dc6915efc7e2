import { invitationSchema, type Invitation } from '@concerte/api'

import { invitationState } from '../../storage/invitations.ts'
import type { InvitationRecord } from '../../storage/port.ts'

/** An invitation as leads see it at this time. */
export function invitationView(record: InvitationRecord, now: string): Invitation {
  return invitationSchema.parse({ ...record, state: invitationState(record, now) })
}

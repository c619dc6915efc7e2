import type { ProjectId, Role } from '@concerte/api'

import { TrailLink } from '../trail/trail-link.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { GroupList } from '../groups/group-list.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { InvitationList } from './invitation-list.tsx'
import { MemberList } from './member-list.tsx'
import { membersMessages } from './messages.ts'

/** People, roles and working groups of a plan; leads change them and invite. `role`: the role of the person who looks. */
export function MembersDialog({
  projectId,
  role,
  isOpen,
  onOpenChange,
}: {
  projectId: ProjectId
  role: Role
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  const t = useMessages(membersMessages)
  return (
    <Dialog wide title={t.title} isOpen={isOpen} onOpenChange={onOpenChange}>
      <MemberList projectId={projectId} canManage={role === 'lead'} />
      <GroupList projectId={projectId} canManage={role === 'lead'} />
      {role === 'lead' && (
        <>
          <InvitationForm projectId={projectId} />
          <InvitationList projectId={projectId} />
          <TrailLink projectId={projectId} />
        </>
      )}
    </Dialog>
  )
}

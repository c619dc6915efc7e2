import type { Notice, ProjectId, UserId } from '@concerte/api'
import type { PlanRooms } from '@concerte/sync'

import type { NotificationStore } from '../storage/notifications-port.ts'

/**
 * Tells people of something in a plan: in the application at once, by e-mail as they chose. Never the one who did it (`by`), nor
 * anyone to whom the plan is not open. What it tells of must have been written before.
 */
export type Notify = (message: {
  projectId: ProjectId
  to: readonly UserId[]
  by: UserId
  notice: Notice
}) => Promise<void>

export function createNotify(options: {
  notifications: Pick<NotificationStore, 'add'>
  rooms: Pick<PlanRooms, 'tell'>
  /** Whether e-mail goes out of this server. */
  isMailed: boolean
}): Notify {
  const { notifications, rooms, isMailed } = options
  return async ({ projectId, to, by, notice }) => {
    const others = to.filter((userId) => userId !== by)
    const told = await notifications.add({ projectId, to: others, notice, isMailed })
    for (const userId of told) rooms.tell(projectId, 'notifications', userId)
  }
}

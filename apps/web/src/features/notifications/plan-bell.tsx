import { useQueryClient } from '@tanstack/react-query'

import { useNews } from '../plan/session/use-news.ts'
import { Bell } from './bell.tsx'
import { notificationsQuery } from './notifications-query.ts'

/** The bell of a plan that is open: the server tells it when there is something new. */
export function PlanBell() {
  const client = useQueryClient()
  useNews('notifications', () => client.invalidateQueries({ queryKey: notificationsQuery.queryKey }))
  return <Bell />
}

import { useMutation, useQueryClient } from '@tanstack/react-query'

import { markNotificationsRead, type NotificationList } from '../../../api/notifications.ts'
import { notificationsQuery } from '../notifications-query.ts'

/** Marks notifications as read, at once for the eye. Without ids: all. */
export function useReading() {
  const client = useQueryClient()
  const { queryKey } = notificationsQuery
  return useMutation({
    mutationFn: (ids: readonly string[] | undefined) => markNotificationsRead(ids),
    onMutate(ids) {
      void client.cancelQueries({ queryKey })
      client.setQueryData(queryKey, (list) => list && withRead(list, ids, new Date().toISOString()))
    },
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}

function withRead(
  list: NotificationList,
  ids: readonly string[] | undefined,
  readAt: string,
): NotificationList {
  const isRead = (id: string) => ids === undefined || ids.includes(id)
  const fresh = list.notifications.filter((item) => item.readAt === null && isRead(item.id))
  return {
    notifications: list.notifications.map((item) =>
      fresh.includes(item) ? Object.assign({}, item, { readAt }) : item,
    ),
    unread: ids === undefined ? 0 : Math.max(0, list.unread - fresh.length),
  }
}

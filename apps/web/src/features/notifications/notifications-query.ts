import { queryOptions } from '@tanstack/react-query'

/** What the person was told of, in all plans. What reads the answer comes with it: no page needs it at its start. */
export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: async ({ signal }) => {
    const { readNotifications } = await import('../../api/notifications.ts')
    return readNotifications({ signal })
  },
})

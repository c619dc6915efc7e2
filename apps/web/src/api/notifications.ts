import {
  notificationListSchema,
  notificationPreferencesSchema,
  type MailChoices,
  type Notification,
  type NotificationPreferences,
} from '@concerte/api'

import { getJson, sendOnly, type RequestOptions } from './request.ts'

export type NotificationList = { notifications: Notification[]; unread: number }

/** What the person was told of, the newest first, and how much of it is unread. */
export function readNotifications(options: RequestOptions): Promise<NotificationList> {
  return getJson('/api/notifications', notificationListSchema, options)
}

/** Without ids: all of them. */
export function markNotificationsRead(ids?: readonly string[]): Promise<void> {
  return sendOnly('POST', '/api/notifications/read', { ids })
}

export function readMailChoices(options: RequestOptions): Promise<NotificationPreferences> {
  return getJson('/api/notifications/preferences', notificationPreferencesSchema, options)
}

export function chooseMail(mail: MailChoices['mail']): Promise<void> {
  return sendOnly('PUT', '/api/notifications/preferences', { mail })
}

import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Notifications',
  unread: (count) => `Notifications, ${count} unread`,
}

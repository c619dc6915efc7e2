import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Notifications',
  unread: (count: number) => `Notifications, ${count} ${plural('fr', count, 'non lue', 'non lues')}`,
}

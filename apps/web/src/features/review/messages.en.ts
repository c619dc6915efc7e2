import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Review',
  tabs: { threads: 'Comments', amendments: 'Amendments' },
  parts: 'Comments and amendments',
  open: 'Review: comments and amendments',
  openUnread: (count) => `Review: ${count} unread ${plural('en', count, 'thread', 'threads')}`,
}

import { plural } from '../../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

const comments = (count: number) => `${count} ${plural('en', count, 'comment', 'comments')}`
const amendments = (count: number) => `${count} ${plural('en', count, 'amendment', 'amendments')}`

export const en: typeof fr = {
  open: 'Review: comments and amendments',
  openUnread: (count) => `Review: ${count} unread ${plural('en', count, 'thread', 'threads')}`,

  counts: (threads, proposed, place) => {
    const words = [
      ...(threads > 0 ? [comments(threads)] : []),
      ...(proposed > 0 ? [amendments(proposed)] : []),
    ]
    return `${words.join(' and ')} on: ${place}`
  },
}

import { plural } from '../../../i18n/plural.ts'

const comments = (count: number) => `${count} ${plural('fr', count, 'commentaire', 'commentaires')}`
const amendments = (count: number) => `${count} ${plural('fr', count, 'amendement', 'amendements')}`

export const fr = {
  open: 'Relecture\u00A0: commentaires et amendements',
  openUnread: (count: number) =>
    `Relecture\u00A0: ${count} ${plural('fr', count, 'fil non lu', 'fils non lus')}`,

  /** Beside a node. */
  counts: (threads: number, proposed: number, place: string) => {
    const words = [
      ...(threads > 0 ? [comments(threads)] : []),
      ...(proposed > 0 ? [amendments(proposed)] : []),
    ]
    return `${words.join(' et ')} sur\u00A0: ${place}`
  },
}

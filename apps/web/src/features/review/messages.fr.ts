import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Relecture',
  tabs: { threads: 'Commentaires', amendments: 'Amendements' },
  parts: 'Commentaires et amendements',
  open: 'Relecture\u00A0: commentaires et amendements',
  openUnread: (count: number) =>
    `Relecture\u00A0: ${count} ${plural('fr', count, 'fil non lu', 'fils non lus')}`,
}

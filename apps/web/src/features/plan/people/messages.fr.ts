import { plural } from '../../../i18n/plural.ts'

export const fr = {
  title: 'Dans ce plan',
  open: (count: number) =>
    `${count} ${plural('fr', count, 'autre personne', 'autres personnes')} dans ce plan`,
  more: (count: number) => `+${count}`,
  idle: (name: string) => `${name} (en pause)`,
  idleWord: 'En pause',
  reading: 'Lit le plan',
  writes: (place: string) => `Écrit\u00A0: ${place}`,
  looks: (place: string) => `Regarde\u00A0: ${place}`,
  follow: 'Suivre',
  followThe: (name: string) => `Suivre ${name}`,
  unfollow: 'Ne plus suivre',
  unfollowThe: (name: string) => `Ne plus suivre ${name}`,
  following: (name: string) => `Vous suivez ${name}`,
  away: (name: string) => `${name} n’est plus dans ce plan`,
  stop: 'Arrêter',
  /** Read out, seldom. */
  now: (count: number) =>
    count === 0
      ? 'Vous êtes seul dans ce plan.'
      : `${count} ${plural('fr', count, 'autre personne', 'autres personnes')} dans ce plan.`,
}

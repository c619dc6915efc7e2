import { plural } from '../../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'In this plan',
  open: (count) => `${count} ${plural('en', count, 'other person', 'other people')} in this plan`,
  more: (count) => `+${count}`,
  idle: (name) => `${name} (paused)`,
  idleWord: 'Paused',
  reading: 'Reading the plan',
  writes: (place) => `Writing: ${place}`,
  looks: (place) => `Looking at: ${place}`,
  follow: 'Follow',
  followThe: (name) => `Follow ${name}`,
  unfollow: 'Stop following',
  unfollowThe: (name) => `Stop following ${name}`,
  following: (name) => `You are following ${name}`,
  away: (name) => `${name} is no longer in this plan`,
  stop: 'Stop',
  now: (count) =>
    count === 0
      ? 'You are alone in this plan.'
      : `${count} ${plural('en', count, 'other person', 'other people')} in this plan.`,
}

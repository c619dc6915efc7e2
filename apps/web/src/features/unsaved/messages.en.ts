import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  mark: 'Not saved yet',
  open: (count) => `${count} ${plural('en', count, 'place', 'places')}`,
  title: (count) => `${count} ${plural('en', count, 'place not saved yet', 'places not saved yet')}`,
  note: 'Your words leave as soon as the connection is back.',
  more: (count) => `and ${count} ${plural('en', count, 'other place', 'other places')}`,
  settings: 'Plan settings',
  bin: 'Item moved or removed',
}

import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Who wrote what',
  close: 'Hide',
  people: 'Authors of the words of the plan',
  note: 'Point at a passage, or put the caret in it, to learn who wrote it.',
  imported: 'Original text',
  importedNote: 'from a file or from the template',
  formerAuthor: 'Someone whose account no longer exists',
  others: (count) => `${count} ${plural('en', count, 'other person', 'other people')}`,
  empty: 'Nothing is written yet.',
  share: (percent) => {
    if (percent < 1) return 'less than 1%'
    return percent > 99 && percent < 100 ? 'more than 99%' : `${Math.round(percent)}%`
  },
  by: (shares) => `Written by: ${shares}`,
  shareOf: (name, share) => `${name} (${share})`,
  unsupported: 'This browser cannot colour the words by their author. Update it.',
}

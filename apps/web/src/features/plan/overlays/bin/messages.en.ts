import { plural } from '../../../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Bin',
  find: 'Search the bin',
  kinds: {
    group: 'Group of actions',
    section: 'Part',
    measure: 'Measure',
    indicator: 'Indicator',
    statement: 'Statement',
  },
  from: (kind, where) => `${kind}, ${where}`,
  by: (who, when) => `Removed by ${who} ${when}`,
  when: (when) => `Removed ${when}`,
  contents: (count) => `With ${count} ${plural('en', count, 'item', 'items')} within`,
  comesWith: (outer) => `Comes back with “${outer}”, which is in the bin too`,
  wordless: 'Untitled',
  restore: 'Restore',
  restoreThe: (name) => `Restore ${name}`,
  elsewhere: 'Restore elsewhere…',
  elsewhereThe: (name) => `Restore elsewhere ${name}`,
  restored: (name) => `${name}: back in its place.`,
  restoredWith: (name, outer) => `${name}: back, with “${outer}”.`,
  restoredToTray: (name) => `${name}: back under “To be placed”, as its place is no more.`,
  more: 'Show more',
  none: 'Nothing in the bin matches.',
  found: (count) => `${count} ${plural('en', count, 'item', 'items')} found`,
  empty: 'The bin is empty. What is removed from the plan waits here, with its words.',
  empties: (count) => `${count} ${plural('en', count, 'empty item is', 'empty items are')} not shown.`,
}

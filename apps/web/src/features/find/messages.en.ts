import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Find in the plan',
  open: 'Find',
  words: 'Find in the plan',
  by: 'Replace with',
  count: (at, count) => `${at} of ${count}`,
  none: 'No match',
  searching: 'Searching…',
  found: (count, at, place) =>
    count === 0 ? 'No match found.' : `Match ${at} of ${count}${place === '' ? '' : `: ${place}`}.`,
  previous: 'Previous match',
  next: 'Next match',
  isCaseExact: 'Match case',
  isSignExact: 'Match accents, apostrophes and spaces',
  isWholeWord: 'Whole words',
  signs: { isCaseExact: 'Aa', isSignExact: 'é', isWholeWord: 'abc' },
  options: 'What counts',
  more: 'Replace',
  one: 'Replace',
  all: 'Replace all',
  close: 'Close the search',
  replaced: (count) => `${count} ${plural('en', count, 'match replaced', 'matches replaced')}.`,
  kept: (count) =>
    `${count} ${plural('en', count, 'match', 'matches')} could not be: you cannot write there, or the text would be too long.`,
}

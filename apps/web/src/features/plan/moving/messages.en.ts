import { plural } from '../../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  theEntry: { measure: 'measure', indicator: 'indicator', statement: 'statement' },
  numbered: (words, number) => `${words} ${number}`,
  titled: (words, title) => `${words} “${title}”`,
  the: (words) => words,
  group: (title) => (title === '' ? 'untitled group' : `group “${title}”`),
  theGroup: (title) => (title === '' ? 'the untitled group' : `the group “${title}”`),
  theSection: (title) => (title === '' ? 'the untitled part' : `the part “${title}”`),
  between: (before, after, where) => `between ${before} and ${after}, ${where}`,
  beforeIt: (after, where) => `before ${after}, ${where}`,
  afterIt: (before, where) => `after ${before}, ${where}`,
  inAxes: 'among the axes',
  inFront: 'before the axes',
  inBack: 'after the axes',
  within: (inner, outer) => `${inner}, ${outer}`,
  unplaced: 'to place again',
  nowhere: 'Not here',
  here: (where) => `Stays ${where}`,
  moved: (where) => `Moved ${where}.`,
  gone: 'Someone else has just removed or moved this.',
  bar: {
    label: (name) => `Move ${name}`,
    keys: 'Arrows: place by place. Page Down and Page Up: list by list. Enter to drop, Escape to give up.',
    up: 'Previous place',
    down: 'Next place',
    drop: 'Drop here',
    cancel: 'Give up',
    count: (at, all) => `place ${at} of ${all} ${plural('en', all, 'possible', 'possible')}`,
    cancelled: 'Nothing was moved.',
  },
}

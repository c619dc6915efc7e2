import type { CheckId } from '@concerte/schema'

import { plural } from '../../i18n/plural.ts'
import type { FindingWords, fr } from './messages.fr.ts'

const quoted = (words: string) => `“${words}”`
const several = (count: string) => (Number(count) > 1 ? ` (${count} times)` : '')
const ending = (sign: string) => (sign === '' ? 'without a stop' : `with ${quoted(sign)}`)

const names: Record<CheckId, string> = {
  'empty-text': 'Empty texts',
  'missing-measures': 'Actions without a measure',
  'missing-indicators': 'Actions without an indicator',
  'missing-baseline': 'Indicators without a baseline',
  'missing-target': 'Indicators without a target',
  'missing-source': 'Indicators without a source',
  'same-indicator': 'Indicators that stand twice',
  'announced-title': 'Announced titles that differ',
  'long-text': 'Very long texts',
  'entry-beginning': 'Beginnings that differ',
  'entry-ending': 'Endings that differ',
  'acronym-unexplained': 'Acronyms never spelled out',
  'acronym-late': 'Acronyms spelled out too late',
  'acronym-repeated': 'Acronyms spelled out several times',
  'acronym-differs': 'Acronyms spelled out in two ways',
  'spelling-differs': 'Names written in several ways',
  'doubled-words': 'Doubled words',
  'missing-plural': 'Missing plurals',
  'detached-prefix': 'Detached prefixes',
  unclosed: 'Quotation marks and brackets left open',
  spaces: 'Too many spaces',
  'no-break-spaces': 'No-break spaces',
  quotes: 'Quotation marks',
  apostrophes: 'Apostrophes',
  ellipsis: 'Ellipses',
}

const says: Record<CheckId, (words: FindingWords) => string> = {
  'empty-text': () => 'This text is empty.',
  'missing-measures': () => 'This action has no measure.',
  'missing-indicators': () => 'This action has no indicator.',
  'missing-baseline': () => 'Where does one start from? The baseline is missing.',
  'missing-target': () => 'Where does one want to be? The target is missing.',
  'missing-source': () => 'Where will the figures come from? The source is missing.',
  'same-indicator': (w) => `${quoted(w('words'))} stands ${w('count')} times.`,
  'announced-title': (w) =>
    `The axis announces ${quoted(w('announced'))}; the action is titled ${quoted(w('title'))}.`,
  'long-text': (w) => `${w('length')} characters; beyond ${w('limit')}, readers lose the thread.`,
  'entry-beginning': (w) =>
    w('usual') === 'infinitive'
      ? `Begins with ${quoted(w('word'))}, where the others begin with a verb in the infinitive.`
      : `Begins with the infinitive ${quoted(w('word'))}, where the others begin with a noun.`,
  'entry-ending': (w) => `Ends ${ending(w('ending'))}, where the others end ${ending(w('usual'))}.`,
  'acronym-unexplained': (w) => `${quoted(w('acronym'))} is spelled out nowhere.`,
  'acronym-late': (w) => `${quoted(w('acronym'))} is used here, and spelled out further on only.`,
  'acronym-repeated': (w) => `${quoted(w('acronym'))} is spelled out ${w('count')} times; once will do.`,
  'acronym-differs': (w) =>
    `${quoted(w('acronym'))}: ${quoted(w('expansion'))} here, ${quoted(w('other'))} elsewhere.`,
  'spelling-differs': (w) =>
    w('usual') === ''
      ? `Written in several ways: ${w('spellings')}.`
      : `${quoted(w('words'))} is written ${quoted(w('usual'))} elsewhere.`,
  'doubled-words': (w) => `${quoted(w('words'))}: one word too many?`,
  'missing-plural': (w) => `${quoted(w('words'))}: ${quoted(w('word'))} should be plural.`,
  'detached-prefix': (w) => `${quoted(w('words'))}: one word, or a hyphen.`,
  unclosed: (w) => `${quoted(w('sign'))} stands alone: its other half is missing.`,
  spaces: (w) => `A space too many${several(w('count'))}.`,
  'no-break-spaces': (w) => `A space that would break at the end of a line${several(w('count'))}.`,
  quotes: (w) => `French quotation marks${several(w('count'))}.`,
  apostrophes: (w) => `A curly apostrophe${several(w('count'))}.`,
  ellipsis: (w) => `One sign for the ellipsis${several(w('count'))}.`,
}

export const en: typeof fr = {
  title: 'Checks',
  checking: 'Reading the plan…',
  count: (count) =>
    count === 0 ? 'Nothing to report' : `${count} ${plural('en', count, 'point', 'points')} to look at`,
  countOf: (count, total) => `${count} of ${total} ${plural('en', total, 'point', 'points')}`,
  failed: 'The checks could not start on this device.',
  retry: 'Try again',
  fine: 'Nothing to report.',
  fineText: 'Every check is content: the plan is ready for other eyes. Well done.',
  fineHere: 'Nothing to report here.',

  filter: 'Show',
  all: 'The whole plan',
  mine: 'My axes',
  severities: {
    lack: 'What is missing',
    likely: 'To be looked at',
    typography: 'Typography',
  },
  names,
  says,

  cover: 'Cover',
  foreword: (title) => (title === '' ? 'Untitled section' : title),
  entry: (kind, position) => `${kind.toLowerCase()} ${position}`,
  group: 'group of actions',
  numbered: (label, number) => (number === undefined ? label : `${label.toLowerCase()} ${number}`),
  unplaced: 'to place again',
  fields: {
    title: 'title',
    slogan: 'slogan',
    introduction: 'introduction',
    body: 'text',
    signatory: 'signatory',
    academy: 'académie',
    mention: 'mention',
    announcedTitle: 'announced title',
    lead: 'lead',
    partners: 'partners',
    schedule: 'schedule',
    continues: 'continues',
    unit: 'unit',
    baseline: 'baseline',
    target: 'target',
    source: 'source',
    frequency: 'frequency',
  },

  excerpt: (words) => `… ${words} …`,
  also: (places, more) =>
    more === 0 ? `Also: ${places}.` : `Also: ${places} and ${more} ${plural('en', more, 'other', 'others')}.`,
  mend: 'Correct',
  mendThe: (act, place) => `${act}: ${place}`,
  clear: 'Take the title of the action',
  mended: (place) => `Corrected: ${place}.`,
  changed: 'This passage has just changed: nothing was done.',
  mendAll: (count) => `Correct all (${count})`,
  mendAllOf: (count, name) => `Correct all (${count}): ${name}`,
  mendedAll: (count) => `${count} ${plural('en', count, 'passage', 'passages')} corrected, in one go.`,
  more: (count) => `Show ${count} more`,

  dismiss: 'Ignore…',
  dismissThe: (place) => `Ignore… ${place}`,
  dismissCheck: 'Ignore everywhere…',
  dismissCheckThe: (name) => `Ignore everywhere… ${name}`,
  reason: 'Why ignore it?',
  reasonNote: 'This reason is shown with the ignored points.',
  reasonMissing: 'Say why in a few words.',
  confirm: 'Ignore here',
  confirmAll: 'Ignore in the whole plan',
  cancel: 'Cancel',
  dismissed: (count) => `Ignored (${count})`,
  saidDismissed: (place) => `Ignored: ${place}.`,
  saidDismissedCheck: (name) => `Ignored in the whole plan: ${name}.`,
  wholeCheck: (name, count) =>
    `${name}, in the whole plan (${count} ${plural('en', count, 'point', 'points')})`,
  dismissedBy: (who, when) => (who === null ? `Ignored ${when}` : `Ignored by ${who} ${when}`),
  because: quoted,
  restore: 'Bring back',
  restoreThe: (what) => `Bring back ${what}`,
  restored: (what) => `Brought back: ${what}.`,
}

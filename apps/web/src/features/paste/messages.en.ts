import { plural } from '../../i18n/plural.ts'
import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Paste',
  into: (name) => `Into: ${name}.`,
  zone: 'Paste here',
  zoneNote:
    'Copy a list or a passage in Word, LibreOffice, a web page or a PDF, then paste it into this box. Nothing is added to the plan before you agree.',
  nothing: 'The clipboard holds no text.',
  noPlace: 'Nothing of what was copied finds a place here.',
  tooMuch:
    'This is too long to be pasted at once: at most 5,000 lines and 2 million characters. Paste it in several parts.',
  as: 'Paste as',
  field: 'All in this text',
  entries: {
    measure: 'One measure per point',
    indicator: 'One indicator per point',
    statement: 'One statement per point',
  },
  actions: 'Actions and their measures',
  counts: {
    paragraph: (count) => `${count} ${plural('en', count, 'paragraph', 'paragraphs')}`,
    group: (count) => `${count} ${plural('en', count, 'group', 'groups')}`,
    action: (count) => `${count} ${plural('en', count, 'action', 'actions')}`,
    measure: (count) => `${count} ${plural('en', count, 'measure', 'measures')}`,
    indicator: (count) => `${count} ${plural('en', count, 'indicator', 'indicators')}`,
    statement: (count) => `${count} ${plural('en', count, 'statement', 'statements')}`,
  },
  kinds: {
    group: 'Group',
    action: 'Action',
    title: 'Title',
    measure: 'Measure',
    indicator: 'Indicator',
    statement: 'Statement',
  },
  preview: 'Preview of what will be pasted',
  more: (count) => `… and ${count} ${plural('en', count, 'more line', 'more lines')}`,
  leftOut: (count) =>
    `${count} ${plural('en', count, 'line finds', 'lines find')} no place here and will not be pasted`,
  accept: 'Paste',
  cancel: 'Cancel',
  done: (counts) => `Pasted: ${counts}.`,
  copied: (name) => `${name}: copied.`,
  notCopied: 'Copying did not succeed: the browser did not allow it.',
}

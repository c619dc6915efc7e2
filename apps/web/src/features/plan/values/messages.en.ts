import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  of: (field, node) => `${field}, ${node}`,
  date: 'Year, month or day',
  wrongDate: 'Write a year (2028), a month (June 2028) or a day (30/06/2028).',
  beforeBaseline: (date) => `This date comes before that of the baseline (${date}).`,
  tooLong: (length, most) => `${length} characters, where ${most} is the most: this text is not saved.`,
  theirs: (value, name) =>
    `${name ?? 'Somebody else'} has just written “${value}” here. Your text is not saved yet.`,
  emptied: (name) => `${name ?? 'Somebody else'} has just emptied this field. Your text is not saved yet.`,
  keepMine: 'Keep mine',
  takeTheirs: 'Take the other',
}

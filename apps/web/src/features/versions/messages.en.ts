import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Versions',
  name: 'Name a version',
  nameNote: 'It keeps the plan as it is now. Example: Before the meeting of 12\u00A0March',
  nameMissing: 'Give this version a name.',
  keep: 'Keep this version',
  keeping: 'Saving…',
  kept: (name) => `The version “${name}” is kept.`,
  list: 'Versions kept',
  none: 'No version has been kept yet.',
  by: (name, moment) => `By ${name}, ${moment}`,
  shown: 'Shown',
}

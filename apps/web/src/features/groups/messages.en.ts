import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Working groups',
  note: 'An editor who is in a group writes only the axes of their groups. One who is in no group writes in every axis.',
  none: 'No group: all editors write in all axes.',
  nobody: 'Nobody',
  writes: (axes) => `Writes: ${axes.length === 0 ? 'no axis' : axes.join('; ')}`,
  axis: (label, number, title) => (title === '' ? `${label} ${number}` : `${label} ${number} – ${title}`),
  add: 'New group',
  change: 'Change',
  changeThe: (name) => `Change the group ${name}`,
  remove: 'Delete',
  removeThe: (name) => `Delete the group ${name}`,
  removeTitle: (name) => `Delete the group ${name}?`,
  removeText:
    'Its members stay in the plan. Those who are in no other group will be able to write in every axis, as their role allows.',
  confirmRemove: 'Delete the group',
  name: 'Name of the group',
  nameMissing: 'Give the group a name.',
  members: 'Members of the group',
  axes: 'Axes that the group writes',
  save: 'Save the group',
  saving: 'Saving the group…',
  saved: (name) => `Group ${name} saved.`,
  removed: (name) => `Group ${name} deleted.`,
}

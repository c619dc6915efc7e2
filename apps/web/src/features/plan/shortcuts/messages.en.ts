import type { fr } from './messages.fr.ts'

const page: (typeof fr)['page'] = {
  undo: 'Undo my last change',
  redo: 'Redo what was just undone',
  find: 'Find in the whole plan',
  'find-next': 'Next match',
  'find-previous': 'Previous match',
  replace: 'Find and replace',
  outline: 'Go to the contents',
  sheet: 'Back to the text',
  checks: 'Open the checks',
  comment: 'Comment on what is selected, or where one is',
  review: 'Open comments and amendments',
  authors: 'Show who wrote what',
  shortcuts: 'Show the keyboard shortcuts',
}

const field: (typeof fr)['field'] = {
  enter: 'Next measure or indicator; in the middle, cut in two',
  leave: 'Next, also from within a list',
  paragraph: 'New paragraph in the same text',
  indent: 'Make it a sub-point',
  outdent: 'Sub-point: one level up, then a measure of its own',
  release: 'After this key, Tab goes to the next field',
  backspace: 'At the start: join with the one before, or remove if empty',
  delete: 'At the end: bring the next one up',
  moveUp: 'Move the measure or action up',
  moveDown: 'Move the measure or action down',
  bold: 'Bold',
  italic: 'Italic',
  superscript: 'Superscript',
  link: 'Link',
  bulletList: 'Bullet list',
  orderedList: 'Numbered list',
  pastePlain: 'Paste the words alone, into this text',
  insert: 'In an empty text: choose what comes here',
}

export const en: typeof fr = {
  title: 'Keyboard shortcuts',
  note: 'Nothing needs the mouse. A text entered by Tab is left by Tab; once you write in it, Tab makes sub-points, and Escape gives Tab its meaning back.',
  groups: {
    writing: 'Writing',
    structure: 'Building',
    moving: 'Moving around',
    page: 'The page',
  },
  page,
  field,
  arrows: 'From one text to another',
  tab: 'Next or previous field or button',
  keys: {
    Shift: 'Shift',
    Enter: 'Enter',
    Backspace: 'Backspace',
    Delete: 'Del',
    Escape: 'Esc',
  },
}

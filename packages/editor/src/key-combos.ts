/**
 * The keys of a field by what they do, for the editor that binds them and for the page that lists them. Written as ProseMirror
 * does: `Mod` is Cmd on a Mac and Ctrl elsewhere.
 */
export const fieldCombos = {
  enter: 'Enter',
  leave: 'Mod-Enter',
  paragraph: 'Shift-Enter',
  indent: 'Tab',
  outdent: 'Shift-Tab',
  release: 'Escape',
  backspace: 'Backspace',
  delete: 'Delete',
  moveUp: 'Alt-ArrowUp',
  moveDown: 'Alt-ArrowDown',
  bold: 'Mod-b',
  italic: 'Mod-i',
  superscript: 'Mod-.',
  link: 'Mod-k',
  bulletList: 'Mod-Shift-8',
  orderedList: 'Mod-Shift-7',
  /** The browser's own; `paste.ts` keeps it to this text. */
  pastePlain: 'Mod-Shift-v',
  insert: '/',
} as const

export type FieldCombo = keyof typeof fieldCombos

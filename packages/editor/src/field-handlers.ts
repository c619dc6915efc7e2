import type { BlockText, TextPoint } from '@concerte/schema'

/** Where the caret goes when it enters a field. `left` is in pixels of the window, for arrows that cross fields. */
export type CaretTarget =
  | { type: 'start' }
  | { type: 'end' }
  | { type: 'point'; point: TextPoint }
  | { type: 'column'; left: number; line: 'first' | 'last' }

export type LeaveDirection = 'up' | 'down' | 'left' | 'right'

/** Where the caret stands in its text when Enter is pressed. */
export type EnterPlace = { point: TextPoint; isEmpty: boolean; isAtStart: boolean; isAtEnd: boolean }

/** An item of a list that stands in no other, by its path, and the caret within the item. */
export type ItemPlace = { item: [block: number, item: number]; point: TextPoint }

/** What the link of the selection is, and how to change it: null takes it away. */
export type LinkRequest = { href: string | null; apply: (href: string | null) => void }

/** What is being pasted, as the clipboard gave it, and how to put all of it where the caret is. */
export type PasteRequest = {
  html: string
  text: string
  /** The caret stands in a list within the text. */
  isInList: boolean
  insert: (text: BlockText) => void
}

/** The menu that `/` opens in an empty text. */
export type SlashHandlers = {
  /** What stands behind the sign; null when the menu is over. `toList` makes a list of the text, without the sign. */
  type: (query: string | null, toList: (name: 'bulletList' | 'orderedList') => void) => void
  /** A key while the menu is open; false: it keeps its meaning in the text. */
  press: (key: SlashKey) => boolean
}
export type SlashKey = 'ArrowUp' | 'ArrowDown' | 'Enter' | 'Tab' | 'Escape'

/**
 * What the page does where a key goes beyond its field. Each answers whether it did something; where it did not, or is
 * absent, the key keeps its ordinary meaning within the field.
 */
export type FieldHandlers = {
  enter?: (place: EnterPlace) => boolean
  backspaceAtStart?: (place: { isEmpty: boolean }) => boolean
  deleteAtEnd?: () => boolean
  leave?: (direction: LeaveDirection, left: number) => boolean
  /** The column that arrows up and down keep: that of the caret at the first of them, which `left` reads. */
  column?: (left: () => number) => number
  moveNode?: (direction: 'up' | 'down') => boolean
  /** Tab outside a list: what stands in the field becomes a sub-point of what stands before it. */
  indent?: (point: TextPoint) => boolean
  /** Shift+Tab in a list, or Enter in an item without words: the item becomes what the field itself is. */
  outdent?: (place: ItemPlace) => boolean
  /** One walks through the page by Tab and has not begun to write here: Tab goes on walking. */
  isWalking?: () => boolean
  link?: (request: LinkRequest) => void
  /** Ctrl+K where the text has no links. */
  noLink?: () => void
  slash?: SlashHandlers
  /** More than one paragraph is pasted; false: it all comes in here, as the profile allows. */
  paste?: (request: PasteRequest) => boolean
  undo: () => void
  redo: () => void
}

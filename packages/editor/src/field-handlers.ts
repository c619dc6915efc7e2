import type { TextPoint } from '@concerte/schema'

/** Where the caret goes when it enters a field. `left` is in pixels of the window, for arrows that cross fields. */
export type CaretTarget =
  | { type: 'start' }
  | { type: 'end' }
  | { type: 'point'; point: TextPoint }
  | { type: 'column'; left: number; line: 'first' | 'last' }

export type LeaveDirection = 'up' | 'down' | 'left' | 'right'

/** Where the caret stands in its text when Enter is pressed. */
export type EnterPlace = { point: TextPoint; isEmpty: boolean; isAtStart: boolean; isAtEnd: boolean }

/** What the link of the selection is, and how to change it: null takes it away. */
export type LinkRequest = { href: string | null; apply: (href: string | null) => void }

/**
 * What the page does where a key goes beyond its field. Each answers whether it did something; where it did not, or is
 * absent, the key keeps its ordinary meaning within the field.
 */
export type FieldHandlers = {
  enter?: (place: EnterPlace) => boolean
  backspaceAtStart?: (place: { isEmpty: boolean }) => boolean
  deleteAtEnd?: () => boolean
  leave?: (direction: LeaveDirection, left: number) => boolean
  moveNode?: (direction: 'up' | 'down') => boolean
  link?: (request: LinkRequest) => void
  undo: () => void
  redo: () => void
}

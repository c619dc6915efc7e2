import type { NodeId } from '@concerte/schema'

import { createCurrent } from '../store/current.ts'

/** What someone else did to what one looks at. */
export type QuietNote = {
  /** Tells one note from the next. */
  count: number
  type: 'moved' | 'reordered' | 'removed'
  node: NodeId
  /** Their name; null when nobody here knows it. */
  by: string | null
  /** Where it was shown, in pixels from the top of the page. */
  top: number
  /** The margin beside the text, in pixels of the window; null where it is too narrow for a note. */
  margin: { left: number; width: number } | null
  /** It was being written in and is gone: the note takes the focus, which nothing else has. */
  takesFocus: boolean
  /** It is out of sight: there is a way to it. */
  isElsewhere: boolean
}

/** One note at a time: the last one. */
export type QuietNotes = {
  current: () => QuietNote | null
  show: (note: QuietNote | null) => void
  subscribe: (listener: () => void) => () => void
}

export function createQuietNotes(): QuietNotes {
  const { set, ...notes } = createCurrent<QuietNote | null>(null)
  return { ...notes, show: set }
}

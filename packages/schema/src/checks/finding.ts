import { z } from 'zod'

import type { NodeId } from '../ids.ts'
import type { TextRange } from '../text/text-range.ts'

/** Every check there is, in the order of a list of them. */
export const checkIds = [
  'empty-text',
  'missing-measures',
  'missing-indicators',
  'missing-baseline',
  'missing-target',
  'missing-source',
  'same-indicator',
  'announced-title',
  'long-text',
  'entry-beginning',
  'entry-ending',
  'acronym-unexplained',
  'acronym-late',
  'acronym-repeated',
  'acronym-differs',
  'spelling-differs',
  'doubled-words',
  'missing-plural',
  'detached-prefix',
  'unclosed',
  'spaces',
  'no-break-spaces',
  'quotes',
  'apostrophes',
  'ellipsis',
] as const
export const checkIdSchema = z.enum(checkIds)
export type CheckId = z.infer<typeof checkIdSchema>

/**
 * `lack`: something that a plan needs is missing. `likely`: a careful reader would question it. `typography`: one click
 * mends it.
 */
export type Severity = 'lack' | 'likely' | 'typography'

/**
 * A text or a structured field: `title`, `text`, `body`, `announcedTitle`, `target`… For what is missing from an
 * action as a whole, the id of the rubric.
 */
export type CheckedPlace = { node: NodeId | 'cover'; field: string }

/** One replacement: `range` counts in the plain form of the text at `place`, as the project was when it was checked. */
export type MendEdit = {
  place: CheckedPlace
  range: TextRange
  was: string
  text: string
  /** A few characters on each side, as they stood then. `checkProject` gives them; without them only `was` is asked for. */
  before?: string
  after?: string
}

/** What one click does. No two edits touch. */
export type Mend = { type: 'replace'; edits: MendEdit[] } | { type: 'clear-field'; place: CheckedPlace }

export type Finding = {
  check: CheckId
  /**
   * Names the finding for as long as it stands, whatever is edited elsewhere: what a dismissal of it holds. Form:
   * `check/node/words`, with `*` for the node where the finding is about the plan as a whole; at most 200 units.
   */
  key: string
  severity: Severity
  place: CheckedPlace
  /** The words, in the plain form of that text. */
  range?: TextRange
  /** The other places: the same indicator, the other spelling. */
  related?: CheckedPlace[]
  /** What the message is filled with. */
  words?: Record<string, string>
  mend?: Mend
}

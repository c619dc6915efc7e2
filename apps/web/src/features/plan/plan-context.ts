import type { ProjectId } from '@concerte/api'
import { createContext, useContext } from 'react'

import type { Review } from '../review/review-store.ts'
import type { Unsaved } from '../unsaved/unsaved.ts'
import type { PlanCommands } from './commands/plan-commands.ts'
import type { PlanFields } from './fields/plan-fields.ts'
import type { PageKeys } from './keys/page-keys.ts'
import type { OverlayStore } from './overlays/overlay-store.ts'
import type { PageParts } from './page/page-parts.ts'
import type { Reveal } from './page/reveal.ts'
import type { Following } from './people/following.ts'
import type { PlanRights } from './rights/plan-rights.ts'
import type { News } from './session/news.ts'
import type { PlanStore } from './store/plan-store.ts'
import type { Presence } from './store/presence.ts'
import type { ValueFocus } from './values/value-focus.ts'

/** What every part of the page works with. */
export type PlanTools = {
  store: PlanStore
  fields: PlanFields
  /** Takes the focus to a structured field, as `fields` does to a text. */
  values: ValueFocus
  presence: Presence
  following: Following
  /** Where words stand that are not saved yet. */
  unsaved: Unsaved
  commands: PlanCommands
  overlays: OverlayStore
  /** Which parts of a long plan are on the page now. */
  parts: PageParts
  /** The same of the outline, whose parts are its lines. */
  lines: PageParts
  /** Makes sure that a node is on the page (far parts of a long plan are not), and scrolls to it. */
  reveal: Reveal
  /** The shortcuts of the page: `usePageKey` binds one. */
  keys: PageKeys
  /** What changes beside the document: `useNews` hears one topic. */
  news: News
  /** The panel of comments and amendments, and what of them the page shows. */
  review: Review
  /** What this person may do here now. */
  rights: PlanRights
  projectId: ProjectId
}

export const PlanContext = createContext<PlanTools | null>(null)

export function usePlan(): PlanTools {
  const tools = useContext(PlanContext)
  if (tools === null) throw new Error('usePlan() is for what stands within a plan')
  return tools
}

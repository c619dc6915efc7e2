import type { ProjectId, ProjectSummary, User } from '@concerte/api'
import type { FieldPlace } from '@concerte/editor'
import { createPlanUndo } from '@concerte/editor/static'
import { openPlan } from '@concerte/schema'
import {
  createPlanKeeper,
  createSyncClient,
  keptOrigin,
  type KeptPlan,
  type PlanKeeper,
  type SyncClient,
} from '@concerte/sync'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { currentLocale } from '../../../i18n/locale.ts'
import { createCalm } from '../../../offline/calm.ts'
import type { KeptPlans } from '../../../offline/kept-plans.ts'
import { openKeepers } from '../../../offline/open-keepers.ts'
import { syncUrl, takeSocketAhead } from '../../../offline/plan-ahead.ts'
import { TakenAwayError } from '../../../offline/plans-database.ts'
import { createReview } from '../../review/review-store.ts'
import { touchedPlaces } from '../../unsaved/touched-places.ts'
import { createUnsaved } from '../../unsaved/unsaved.ts'
import { createPlanCommands } from '../commands/plan-commands.ts'
import { createPlanFields } from '../fields/plan-fields.ts'
import { createPageKeys } from '../keys/page-keys.ts'
import { planMessages } from '../messages.ts'
import { createOverlayStore } from '../overlays/overlay-store.ts'
import { firstLines, firstParts, openingOf } from '../page/first-parts.ts'
import { createPageParts } from '../page/page-parts.ts'
import { createReveal } from '../page/reveal.ts'
import { createSaid, type SaidStore } from '../page/said.ts'
import { createFollowing } from '../people/following.ts'
import type { PlanTools } from '../plan-context.ts'
import { createPlanRights, noRights, readRights } from '../rights/plan-rights.ts'
import { createPlanStore } from '../store/plan-store.ts'
import { createPresence } from '../store/presence.ts'
import { createNews } from './news.ts'
import { createValueFocus } from '../values/value-focus.ts'

/** A plan that is open here: its document, and everything that shows it and changes it. */
export type PlanSession = PlanTools & {
  doc: Y.Doc
  awareness: Awareness
  said: SaidStore
  close: () => void
}

export type LiveSession = PlanSession & {
  client: SyncClient
  keeper: PlanKeeper
  /** The plan was on the device: it is shown before the server is heard, and without it. */
  isKept: boolean
}

/** Opens a plan's document here. `author` is who changes it, and signs removals; null for one that nobody changes. */
export function openSession(
  projectId: ProjectId,
  doc: Y.Doc,
  author: Pick<User, 'id' | 'name'> | null,
): PlanSession {
  const awareness = new Awareness(doc)
  const store = createPlanStore(openPlan(doc, {}))
  const { plan } = store
  const undoManager = createPlanUndo(plan)
  const rights = createPlanRights(store)
  const presence = createPresence(awareness, {
    me: author?.id ?? null,
    shownBy(id) {
      const node = store.structure().outline.nodes.get(id)
      return node?.type === 'entry' ? node.place.parent : id
    },
  })
  const parts = createPageParts(store, firstParts)
  const lines = createPageParts(store, firstLines)
  const reveal = createReveal(store, parts)
  const following = createFollowing(presence, reveal)
  const onFocus = (place: FieldPlace | null) => {
    // What is typed in another text is another step.
    undoManager.stopCapturing()
    presence.moveTo(place)
  }
  const fields = createPlanFields({ store, awareness, undoManager, reveal, parts, onFocus })
  const said = createSaid()
  const say = (text: string) => said.say({ text, canUndo: false })
  const commands = createPlanCommands({
    plan,
    undoManager,
    fields,
    author: author?.id ?? null,
    rights,
    now: () => new Date(),
    say: said.say,
    reveal,
    keepFocus: () =>
      // Once the caret has come to where it was, if it was anywhere.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        document.getElementById('plan-sheet')?.focus({ preventScroll: true })
      }, 0),
    onRefused: (refusal) => say(planMessages[currentLocale()].rights.why[refusal]),
    onConflict: () => say(planMessages[currentLocale()].conflict),
  })
  return {
    projectId,
    doc,
    awareness,
    store,
    fields,
    values: createValueFocus(),
    news: createNews(),
    presence,
    following,
    unsaved: createUnsaved(plan),
    commands,
    rights,
    parts,
    lines,
    reveal,
    said,
    overlays: createOverlayStore(),
    review: createReview(),
    keys: createPageKeys(),
    close() {
      fields.close()
      following.close()
      presence.close()
      rights.close()
      parts.close()
      lines.close()
      store.close()
      undoManager.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}

/** Opens a plan kept the same here, on the device and at the server. */
export function openLiveSession(
  project: ProjectSummary,
  user: User,
  { plans, kept }: { plans: KeptPlans; kept: KeptPlan },
): LiveSession {
  const doc = new Y.Doc()
  if (kept.state !== null) Y.applyUpdate(doc, kept.state, keptOrigin)
  const unsent = applyEdits(doc, kept.edits)
  const session = openSession(project.id, doc, user)
  const begin = () => session.parts.open(openingOf(session.store.structure()))
  const url = syncUrl(project.id)
  const client = createSyncClient({
    url,
    socketAhead: takeSocketAhead(url),
    doc,
    awareness: session.awareness,
    lineage: kept.lineage,
    unsaved: kept.edits.length > 0,
    network: window,
  })
  const calm = createCalm(window, () => performance.now())
  const keeper = createPlanKeeper({
    projectId: project.id,
    doc,
    client,
    store: plans,
    kept,
    about: () => JSON.stringify(project),
    now: () => performance.now(),
    // Encoding a long plan takes longer than a key may wait.
    later: calm.later,
    reportError(error) {
      if (!(error instanceof TakenAwayError)) reportError(error)
    },
  })
  const followRights = () => {
    const isOver = client.state.type === 'refused' || client.state.type === 'unsupported'
    session.rights.change(isOver ? noRights : readRights(client.access?.rights ?? kept.rights ?? undefined))
  }
  // Before the page shows it.
  if (kept.state === null) void client.whenLoaded.then(begin)
  else begin()
  followRights()
  const leaveClient = client.subscribe(followRights)
  const leaveNews = client.onNews((topic) => session.news.tell(topic))
  const leaveUnsaved = session.unsaved.follow(client, unsent)
  const leaveKeepers = openKeepers.add(keeper)
  return {
    ...session,
    client,
    keeper,
    isKept: kept.state !== null,
    close() {
      leaveKeepers()
      leaveClient()
      leaveNews()
      leaveUnsaved()
      keeper.close()
      calm.close()
      client.close()
      session.close()
    },
  }
}

/** Applies what was written here on another day; gives the fields in which the state of then did not have it yet. */
function applyEdits(doc: Y.Doc, edits: KeptPlan['edits']): FieldPlace[] {
  const plan = openPlan(doc)
  const places: FieldPlace[] = []
  const note = ({ changed }: Y.Transaction) => {
    places.push(...touchedPlaces(plan, changed))
  }
  doc.on('afterTransaction', note)
  for (const { update } of edits) Y.applyUpdate(doc, update, keptOrigin)
  doc.off('afterTransaction', note)
  return places
}

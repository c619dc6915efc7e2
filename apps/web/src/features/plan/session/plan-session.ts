import type { ProjectId, User } from '@concerte/api'
import { createPlanUndo } from '@concerte/editor/static'
import { openPlan } from '@concerte/schema'
import { createSyncClient, type SyncClient } from '@concerte/sync'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

import { currentLocale } from '../../../i18n/locale.ts'
import { createPlanCommands } from '../commands/plan-commands.ts'
import { createPlanFields } from '../fields/plan-fields.ts'
import { planMessages } from '../messages.ts'
import { createOverlayStore } from '../overlays/overlay-store.ts'
import { createSaid, type SaidStore } from '../page/said.ts'
import type { PlanTools } from '../plan-context.ts'
import { createPlanStore } from '../store/plan-store.ts'
import { createPresence } from '../store/presence.ts'

/** A plan that is open here: its document, and everything that shows it and changes it. */
export type PlanSession = Omit<PlanTools, 'canWrite' | 'role'> & {
  doc: Y.Doc
  awareness: Awareness
  said: SaidStore
  close: () => void
}

export type LiveSession = PlanSession & { client: SyncClient }

/** Opens a plan's document here. `author` signs removals; null for one that nobody changes. */
export function openSession(doc: Y.Doc, author: string | null): PlanSession {
  const awareness = new Awareness(doc)
  const plan = openPlan(doc, {})
  const store = createPlanStore(plan)
  const undoManager = createPlanUndo(plan)
  const presence = createPresence(awareness, (id) => {
    const node = store.structure().outline.nodes.get(id)
    return node?.type === 'entry' ? node.place.parent : id
  })
  const fields = createPlanFields({ store, awareness, undoManager, onFocus: presence.moveTo })
  const said = createSaid()
  const commands = createPlanCommands({
    plan,
    undoManager,
    fields,
    author,
    now: () => new Date(),
    say: said.say,
    onConflict: () => said.say({ text: planMessages[currentLocale()].conflict, canUndo: false }),
  })
  return {
    doc,
    awareness,
    store,
    fields,
    presence,
    commands,
    said,
    overlays: createOverlayStore(),
    close() {
      fields.close()
      presence.close()
      store.close()
      undoManager.destroy()
      awareness.destroy()
      doc.destroy()
    },
  }
}

/** Opens a plan kept the same here and at the server. */
export function openLiveSession(projectId: ProjectId, user: User): LiveSession {
  const session = openSession(new Y.Doc(), user.name)
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  const client = createSyncClient({
    url: `${scheme}://${location.host}/sync/${encodeURIComponent(projectId)}`,
    doc: session.doc,
    awareness: session.awareness,
    network: window,
  })
  return {
    ...session,
    client,
    close() {
      client.close()
      session.close()
    },
  }
}

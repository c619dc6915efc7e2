import { projectSummarySchema, type ProjectSummary } from '@concerte/api'
import type { KeptStore } from '@concerte/sync'

import { parseJson } from './parse-json.ts'
import { plansDatabaseOf, readEdits, type PlansDatabase } from './plans-database.ts'
import { rescueSchema, type Rescue } from './rescue.ts'

/** What a device keeps for one person. Every call may reject: the work goes on without. */
export type KeptPlans = KeptStore & {
  /** The plans whose words are here, with what the list shows of them. */
  list: () => Promise<ProjectSummary[]>
  /**
   * Takes a plan away and leaves `rescue` in its place, in one transaction. `edits`: keys of those that go with it; the others are
   * of another page, which answers for them; all of them when left out.
   */
  drop: (projectId: string, what: { rescue: Rescue | null; edits?: readonly number[] }) => Promise<void>
  rescues: () => Promise<Rescue[]>
  removeRescue: (id: string) => Promise<void>
  /** Whether something is here that is nowhere else, as far as is known: unsent edits, rescues. */
  hasUnsent: () => Promise<boolean>
  /** Takes away everything of this person, and ends the keeping in all pages. */
  destroy: () => Promise<void>
}

const keptIn = new WeakMap<PlansDatabase, KeptPlans>()

/** What is kept of a person on this device. */
export function keptPlansOf(userId: string): KeptPlans {
  const database = plansDatabaseOf(userId)
  const known = keptIn.get(database) ?? createKeptPlans(database)
  keptIn.set(database, known)
  return known
}

function createKeptPlans({ open, read, destroy }: PlansDatabase): KeptPlans {
  return {
    read,
    async addEdit(projectId, edit) {
      const database = await open()
      const transaction = database.transaction('edits', 'readwrite', { durability: 'strict' })
      const key = await transaction.store.add({ projectId, ...edit })
      await transaction.done
      return key
    },
    async editsBeyond(projectId, known) {
      const database = await open()
      const { store } = database.transaction('edits')
      const keys = await store.index('projectId').getAllKeys(projectId)
      if (keys.every((key) => known.has(key))) return []
      const edits = await readEdits(store, projectId)
      return edits.filter(({ key }) => !known.has(key))
    },
    async writeState(projectId, { state, about, lineage, rights }, { version, acknowledged }) {
      const database = await open()
      const transaction = database.transaction(['plans', 'states', 'edits'], 'readwrite', {
        durability: 'strict',
      })
      const plans = transaction.objectStore('plans')
      const before = await plans.get(projectId)
      if ((before?.version ?? 0) !== version) return null
      const plan = { projectId, about, lineage, rights, version: version + 1, savedAt: Date.now() }
      await Promise.all([
        plans.put(plan),
        transaction.objectStore('states').put(state, projectId),
        ...acknowledged.map((key) => transaction.objectStore('edits').delete(key)),
        transaction.done,
      ])
      return version + 1
    },
    async list() {
      const plans = await (await open()).getAll('plans')
      return plans
        .toSorted((a, b) => b.savedAt - a.savedAt)
        .flatMap(({ about }) => projectSummarySchema.safeParse(parseJson(about)).data ?? [])
    },
    async drop(projectId, { rescue, edits: only }) {
      const database = await open()
      const transaction = database.transaction(['plans', 'states', 'edits', 'rescues'], 'readwrite', {
        durability: 'strict',
      })
      const edits = transaction.objectStore('edits')
      const keys = only ?? (await edits.index('projectId').getAllKeys(projectId))
      await Promise.all([
        transaction.objectStore('plans').delete(projectId),
        transaction.objectStore('states').delete(projectId),
        ...keys.map((key) => edits.delete(key)),
        rescue === null ? null : transaction.objectStore('rescues').put(rescue),
        transaction.done,
      ])
    },
    async rescues() {
      const found = await (await open()).getAll('rescues')
      return found.flatMap((rescue) => rescueSchema.safeParse(rescue).data ?? [])
    },
    async removeRescue(id) {
      await (await open()).delete('rescues', id)
    },
    async hasUnsent() {
      const database = await open()
      const [edits, rescues] = await Promise.all([database.count('edits'), database.count('rescues')])
      return edits + rescues > 0
    },
    destroy,
  }
}

import { projectSummarySchema, type ProjectSummary } from '@concerte/api'
import type { KeptEdit, KeptPlan, KeptStore } from '@concerte/sync'
import {
  deleteDB,
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type StoreNames,
} from 'idb'

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

/** The person signed out, here or in another page: nothing is kept any longer. */
export class TakenAwayError extends Error {
  override name = 'TakenAwayError'
  readonly code = 'taken-away'
}

/** States are apart from what tells of them, so that a list reads no plan. */
interface Schema extends DBSchema {
  plans: {
    key: string
    value: {
      projectId: string
      about: string
      lineage: string | null
      rights: string | null
      version: number
      savedAt: number
    }
  }
  states: { key: string; value: Uint8Array }
  edits: {
    key: number
    value: { projectId: string; lineage: string | null; update: Uint8Array }
    indexes: { projectId: string }
  }
  rescues: { key: string; value: Rescue }
}

const opened = new Map<string, KeptPlans>()

/** The database of a person on this device, opened when it is first asked. */
export function keptPlansOf(userId: string): KeptPlans {
  const known = opened.get(userId) ?? createKeptPlans(`concerte-${userId}`, () => opened.delete(userId))
  opened.set(userId, known)
  return known
}

function createKeptPlans(name: string, onGone: () => void): KeptPlans {
  let opening: Promise<IDBPDatabase<Schema>> | null = null
  let isGone = false

  function open(): Promise<IDBPDatabase<Schema>> {
    if (isGone) return Promise.reject(new TakenAwayError())
    opening ??= openDB<Schema>(name, 1, {
      upgrade(database) {
        database.createObjectStore('plans', { keyPath: 'projectId' })
        database.createObjectStore('states')
        database.createObjectStore('edits', { autoIncrement: true }).createIndex('projectId', 'projectId')
        database.createObjectStore('rescues', { keyPath: 'id' })
      },
      // Another page signs out: what this one would still write must not stay behind.
      blocking(_current, _blocked, event) {
        gone()
        if (event.target instanceof IDBDatabase) event.target.close()
      },
      terminated() {
        opening = null
      },
    })
    opening.catch(() => {
      opening = null
    })
    return opening
  }

  function gone(): void {
    isGone = true
    onGone()
  }

  return {
    async read(projectId) {
      const database = await open()
      const transaction = database.transaction(['plans', 'states', 'edits'])
      const [plan, state, edits] = await Promise.all([
        transaction.objectStore('plans').get(projectId),
        transaction.objectStore('states').get(projectId),
        readEdits(transaction.objectStore('edits'), projectId),
      ])
      return keptPlan(plan, state, edits)
    },
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
    async destroy() {
      const database = await opening?.catch(() => null)
      gone()
      database?.close()
      await deleteDB(name)
    },
  }
}

/** Edits of another history than the state's belong to nothing any longer. */
function keptPlan(
  plan: Schema['plans']['value'] | undefined,
  state: Uint8Array | undefined,
  edits: KeptEdit[],
): KeptPlan {
  const lineage = plan?.lineage ?? edits.at(-1)?.lineage ?? null
  return {
    state: state ?? null,
    lineage,
    rights: plan?.rights ?? null,
    version: plan?.version ?? 0,
    edits: edits.filter((edit) => edit.lineage === lineage),
  }
}

async function readEdits(
  store: Pick<IDBPObjectStore<Schema, StoreNames<Schema>[], 'edits'>, 'index'>,
  projectId: string,
): Promise<KeptEdit[]> {
  const index = store.index('projectId')
  // Both in the order of the keys.
  const [keys, values] = await Promise.all([index.getAllKeys(projectId), index.getAll(projectId)])
  return values.flatMap(({ lineage, update }, at) => {
    const key = keys[at]
    return key === undefined ? [] : { key, lineage, update }
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Written by another version: as good as not there.
    return null
  }
}

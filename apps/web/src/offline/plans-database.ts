import type { KeptEdit, KeptPlan } from '@concerte/sync'
import {
  deleteDB,
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type StoreNames,
} from 'idb'

import type { Rescue } from './rescue.ts'

/*
 * Opened and read by the first script of a plan's page, before the rest of the code is there: nothing that is imported here may
 * need more than a few kB.
 */

/** The database of one person on this device. Every call may reject: the work goes on without. */
export type PlansDatabase = {
  open: () => Promise<IDBPDatabase<PlansSchema>>
  read: (projectId: string) => Promise<KeptPlan>
  /** Deletes it, and ends its use in all pages. */
  destroy: () => Promise<void>
}

/** The person signed out, here or in another page: nothing is kept any longer. */
export class TakenAwayError extends Error {
  override name = 'TakenAwayError'
  readonly code = 'taken-away'
}

/** States are apart from what tells of them, so that a list reads no plan. */
export interface PlansSchema extends DBSchema {
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

const databases = new Map<string, PlansDatabase>()

/** Opened when it is first asked. */
export function plansDatabaseOf(userId: string): PlansDatabase {
  const known =
    databases.get(userId) ?? createPlansDatabase(`concerte-${userId}`, () => databases.delete(userId))
  databases.set(userId, known)
  return known
}

function createPlansDatabase(name: string, onGone: () => void): PlansDatabase {
  let opening: Promise<IDBPDatabase<PlansSchema>> | null = null
  let isGone = false

  function open(): Promise<IDBPDatabase<PlansSchema>> {
    if (isGone) return Promise.reject(new TakenAwayError())
    opening ??= openDB<PlansSchema>(name, 1, {
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
    open,
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
  plan: PlansSchema['plans']['value'] | undefined,
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

export async function readEdits(
  store: Pick<IDBPObjectStore<PlansSchema, StoreNames<PlansSchema>[], 'edits'>, 'index'>,
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

import { openStoredPlan } from '@concerte/sync'
import type { DatabaseSync } from 'node:sqlite'
import * as Y from 'yjs'

import { sha256Of } from '../sha256-of.ts'
import { inTransaction, openDatabase } from './open-database.ts'
import { readStateBytes, readStoredRows } from './read-stored-plan.ts'

/** What is done of one compaction, between its steps. */
type Draft = {
  projectId: string
  /** The number of the last row in the state. */
  seq: number
  updatedAt: string
  state: Uint8Array
  sha256: string
  snapshot: Y.Snapshot
}

type Built = 'ready' | 'nothing'

/**
 * The steps of a compaction, in the thread that does nothing else. Whatever ends it after whichever step, the plan
 * is whole: the new state counts for nothing until `trim`, which takes the rows and the older states in one transaction.
 */
export type CompactionSteps = {
  /** Makes the state in memory. `nothing`: the log holds no more than a state already. */
  build(projectId: string): Built | Promise<Built>
  /** Writes it, durably, beside what is there. */
  write(): void | Promise<void>
  /** Reads it back from the file, and makes a document of it. @throws when it is not what was built */
  verify(): void | Promise<void>
  /** Takes away what it stands for. */
  trim(): void | Promise<void>
}

/** The steps themselves, each done when it returns. */
export function createCompactionSteps(path: string) {
  const database = openDatabase({ path, readOnly: false })
  let draft: Draft | null = null

  function current(): Draft {
    if (draft === null) throw new Error('No compaction is under way')
    return draft
  }

  return {
    build(projectId: string): Built {
      draft = null
      draft = buildDraft(database, projectId)
      return draft === null ? 'nothing' : 'ready'
    },
    write() {
      const { projectId, seq, updatedAt, sha256, state } = current()
      inTransaction(database, 'BEGIN IMMEDIATE', () =>
        database
          .prepare(
            // One that is there under this number was never verified.
            'insert or replace into "planState" ("projectId", "seq", "updatedAt", "sha256", "state") values (?, ?, ?, ?, ?)',
          )
          .run(projectId, seq, updatedAt, sha256, state),
      )
    },
    verify: () => verifyDraft(path, current()),
    trim() {
      const { projectId, seq } = current()
      draft = null
      inTransaction(database, 'BEGIN IMMEDIATE', () => {
        database.prepare('delete from "planState" where "projectId" = ? and "seq" < ?').run(projectId, seq)
        database.prepare('delete from "planUpdate" where "projectId" = ? and "seq" <= ?').run(projectId, seq)
      })
    },
    close: () => database.close(),
  } satisfies CompactionSteps & { close(): void }
}

function buildDraft(database: DatabaseSync, projectId: string): Draft | null {
  const rows = inTransaction(database, 'BEGIN', () => readStoredRows(database, projectId))
  if (rows.lastCreatedAt === null) return null
  const causes: unknown[] = []
  const { doc, skipped } = openStoredPlan(
    { state: rows.state, updates: rows.updates, owners: new Map() },
    (error) => causes.push(error),
  )
  // What Yjs cannot take, or cannot take yet, is nowhere but in its row.
  if (skipped > 0 || doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
    throw new Error(`The log of the plan ${projectId} holds rows that cannot be applied`, {
      cause: causes[0],
    })
  }
  const state = Y.encodeStateAsUpdate(doc)
  return {
    projectId,
    seq: rows.lastSeq,
    updatedAt: rows.lastCreatedAt,
    state,
    sha256: sha256Of(state),
    snapshot: Y.snapshot(doc),
  }
}

function verifyDraft(path: string, { projectId, seq, sha256, snapshot }: Draft): void {
  // A connection of its own: the one that wrote would answer from its memory.
  const database = openDatabase({ path, readOnly: true })
  try {
    const fresh = new Y.Doc()
    Y.applyUpdate(fresh, readStateBytes(database, { projectId, seq, sha256 }))
    if (!Y.equalSnapshots(Y.snapshot(fresh), snapshot)) {
      throw new Error(`The new state of the plan ${projectId} does not read as it was written`)
    }
  } finally {
    database.close()
  }
}

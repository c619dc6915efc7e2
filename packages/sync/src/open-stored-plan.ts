import * as Y from 'yjs'

import type { StoredPlan } from './ports.ts'

/**
 * The document that the log holds. A row that Yjs cannot take (written by another version, or just before the server
 * was killed: `discard` would have followed) costs itself and no more: it stays in the log and is left out here.
 * `skipped` counts such rows; a plan that has any must not be compacted, or they would be gone.
 */
export function openStoredPlan(
  { state, updates }: StoredPlan,
  reportError: (error: unknown) => void,
): { doc: Y.Doc; skipped: number } {
  const rows = state === null ? updates : [state, ...updates]
  const damaged = new Set<Uint8Array>()
  for (;;) {
    const doc = new Y.Doc()
    const failed = applyAll(
      doc,
      rows.filter((row) => !damaged.has(row)),
    )
    if (failed === null) return { doc, skipped: damaged.size }
    // What was half applied cannot be taken back: begin again without it.
    doc.destroy()
    damaged.add(failed.row)
    reportError(new Error('The log holds an update that cannot be applied', { cause: failed.cause }))
  }
}

function applyAll(doc: Y.Doc, rows: Uint8Array[]): { row: Uint8Array; cause: unknown } | null {
  for (const row of rows) {
    try {
      Y.applyUpdate(doc, row)
    } catch (cause) {
      return { row, cause }
    }
  }
  return null
}

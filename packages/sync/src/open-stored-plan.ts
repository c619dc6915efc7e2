import * as Y from 'yjs'

import type { StoredPlan } from './ports.ts'

/**
 * The document that the log holds. A row that Yjs cannot take (written by another version) costs itself and no more:
 * it stays in the log and is left out here. `skipped` counts such rows; a plan that has any must not be compacted, or
 * they would be gone.
 * @throws when the state cannot be taken: a plan without its body is an error, never a plan
 */
export function openStoredPlan(
  { state, updates }: StoredPlan,
  reportError: (error: unknown) => void,
): { doc: Y.Doc; skipped: number } {
  const whole = openAtOnce(state, updates)
  if (whole !== null) return { doc: whole, skipped: 0 }
  const damaged = new Set<Uint8Array>()
  for (;;) {
    const doc = openState(state)
    const failed = applyEach(
      doc,
      updates.filter((row) => !damaged.has(row)),
    )
    if (failed === null) return { doc, skipped: damaged.size }
    // What was half applied cannot be taken back: begin again without it.
    doc.destroy()
    damaged.add(failed.row)
    reportError(new Error('The log holds an update that cannot be applied', { cause: failed.cause }))
  }
}

/** All rows in one transaction: one for each takes two to three times as long over thousands. Null when any fails. */
function openAtOnce(state: Uint8Array | null, updates: readonly Uint8Array[]): Y.Doc | null {
  const doc = openState(state)
  try {
    doc.transact(() => {
      for (const row of updates) Y.applyUpdate(doc, row)
    })
    return doc
  } catch {
    // Which one it was is found out by applying each for itself.
    doc.destroy()
    return null
  }
}

function openState(state: Uint8Array | null): Y.Doc {
  const doc = new Y.Doc({ gcFilter: mayForget })
  if (state !== null) Y.applyUpdate(doc, state)
  return doc
}

function applyEach(doc: Y.Doc, rows: Uint8Array[]): { row: Uint8Array; cause: unknown } | null {
  for (const row of rows) {
    try {
      Y.applyUpdate(doc, row)
    } catch (cause) {
      return { row, cause }
    }
  }
  return null
}

/** Words that come too late for their paragraph ask it where it stood and where it went [D2]: removed ones leave some bytes. */
function mayForget({ content }: Y.Item): boolean {
  return !(content instanceof Y.ContentType && isOfText(content.type))
}

function isOfText(type: unknown): boolean {
  return type instanceof Y.XmlElement || type instanceof Y.XmlText
}

/**
 * What one person types in a field whose value is one whole, of which the last writer wins. Invariants:
 * [F1] while nobody else changes the value, what is typed and right is the value at once;
 * [F2] when somebody else does, what is typed stays in the field, is not written any more, and the person chooses;
 * [F3] what is wrong stays in the field to be put right, and is never written.
 */
export type ValueDraft = {
  /** What the field shows; null: the value of the plan. */
  typed: string | null
  /** The value on which the typing builds: what it wrote last, else what was there when it began. */
  known: string
  /** The value when the person came; what Escape brings back. */
  start: string
  /** The person has left the field, or asked to, with something wrong in it: it is told. */
  isTold: boolean
}

export type DraftStep = { draft: ValueDraft; write?: string }

/** How what is typed becomes a value; null for what is wrong. */
export type ReadValue = (typed: string) => string | null

export const noDraft: ValueDraft = { typed: null, known: '', start: '', isTold: false }

/** The value that somebody else gave the field while one was typing in it; null when nobody did. */
export function theirValue(draft: ValueDraft, value: string): string | null {
  return draft.typed !== null && draft.known !== value ? value : null
}

/** The person comes to the field. What was left wrong in it, or unsettled, is still there. */
export function enterDraft(draft: ValueDraft, value: string): ValueDraft {
  return draft.typed === null ? { ...noDraft, known: value, start: value } : draft
}

export function typeDraft(draft: ValueDraft, value: string, typed: string, read: ReadValue): DraftStep {
  const isFirst = draft.typed === null
  const begun = { ...draft, typed, known: isFirst ? value : draft.known }
  if (theirValue(begun, value) !== null) return { draft: begun }
  const written = read(typed)
  if (written === null) return { draft: begun }
  const right = { ...begun, known: written, isTold: false }
  return written === value ? { draft: right } : { draft: right, write: written }
}

/** The person is done with the field: what is right goes as the plan now has it. */
export function leaveDraft(draft: ValueDraft, value: string, read: ReadValue): DraftStep {
  if (draft.typed === null) return { draft: noDraft }
  if (theirValue(draft, value) !== null) return { draft }
  const written = read(draft.typed.trim())
  if (written === null) return { draft: { ...draft, isTold: true } }
  return written === value ? { draft: noDraft } : { draft: noDraft, write: written }
}

/** The person holds to what they typed. */
export function keepMine(draft: ValueDraft, value: string, read: ReadValue): DraftStep {
  const known = { ...draft, known: value }
  const written = read((draft.typed ?? value).trim())
  if (written === null) return { draft: { ...known, isTold: true } }
  return { draft: noDraft, write: written }
}

/** The person takes the other value, or gives up what they typed; `value` of the plan before they came when nobody else wrote. */
export function giveUpDraft(draft: ValueDraft, value: string): DraftStep {
  const isTheirs = theirValue(draft, value) !== null
  return isTheirs || draft.start === value ? { draft: noDraft } : { draft: noDraft, write: draft.start }
}

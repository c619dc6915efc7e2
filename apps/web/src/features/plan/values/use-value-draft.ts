import { useRef, useState, type KeyboardEvent } from 'react'

import { usePlan } from '../plan-context.ts'
import {
  enterDraft,
  giveUpDraft,
  keepMine,
  leaveDraft,
  noDraft,
  theirValue,
  typeDraft,
  type DraftStep,
  type ReadValue,
  type ValueDraft,
} from './value-draft.ts'

/** A field of one value, as a person edits it: see {@link ./value-draft.ts} for what it promises. */
export function useValueDraft({
  value,
  read,
  format,
  onChange,
}: {
  value: string
  read: ReadValue
  /** What the field shows of the value while nobody types in it. */
  format: (value: string) => string
  onChange: (value: string) => void
}) {
  const { commands } = usePlan()
  const [draft, setDraft] = useState(noDraft)
  // Two things may happen to a field before it is shown again: a choice, and the focus that comes back with it.
  const latest = useRef(draft)
  const show = (next: ValueDraft) => {
    latest.current = next
    setDraft(next)
  }
  const take = ({ draft: next, write }: DraftStep) => {
    show(next)
    if (write !== undefined) onChange(write)
  }
  const hasTyped = draft.typed !== null
  return {
    shown: draft.typed ?? format(value),
    hasTyped,
    theirs: theirValue(draft, value),
    isWrong: draft.typed !== null && read(draft.typed) === null,
    isTold: draft.isTold,
    type: (typed: string) => take(typeDraft(latest.current, value, typed, read)),
    enter: () => {
      commands.separate()
      show(enterDraft(latest.current, value))
    },
    leave: () => {
      take(leaveDraft(latest.current, value, read))
      commands.separate()
    },
    /** False when something is to be put right, or settled, first. */
    finish: (): boolean => {
      const step =
        theirValue(latest.current, value) === null
          ? leaveDraft(latest.current, value, read)
          : keepMine(latest.current, value, read)
      take(step.draft.typed === null ? { ...step, draft: enterDraft(noDraft, step.write ?? value) } : step)
      return step.draft.typed === null
    },
    giveUp: () => {
      const step = giveUpDraft(latest.current, value)
      take({ ...step, draft: enterDraft(noDraft, step.write ?? value) })
    },
    /** Undoing takes back what was typed here too: what the plan then says is shown. */
    onUndoKey: (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)
      if (isUndo && !latest.current.isTold) show(enterDraft(noDraft, value))
    },
  }
}

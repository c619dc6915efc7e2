import type { CheckedList, CheckedPlan, CheckedText } from './checked-plan.ts'

/** An entry that says something, and whether it is the last of its list. */
export type Sibling = { text: CheckedText; isLast: boolean }

/** Entries to compare with each other: those of one list, or where that has under three, of the rubric in the whole plan. */
export type Siblings = { own: Sibling[]; all: Sibling[] }

export function siblingsOf({ lists }: CheckedPlan): Siblings[] {
  const filled = lists.map((list) => ({ rubric: list.rubric.id, own: filledOf(list) }))
  const byRubric = new Map<string, Sibling[]>()
  for (const { rubric, own } of filled) {
    const all = byRubric.get(rubric)
    if (all === undefined) byRubric.set(rubric, [...own])
    else all.push(...own)
  }
  return filled
    .filter(({ own }) => own.length > 0)
    .map(({ rubric, own }) => ({ own, all: own.length > 2 ? own : (byRubric.get(rubric) ?? own) }))
}

/** What at least three quarters (of three, two) of some things are alike in; undefined where nothing is. */
export function usualOf(kinds: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const [kind, count] of counts) {
    if (count > 1 && (count >= kinds.length * 0.75 || (kinds.length === 3 && count === 2))) return kind
  }
  return undefined
}

function filledOf({ entries }: CheckedList): Sibling[] {
  const filled = entries.filter(({ text }) => text.plain.trim() !== '')
  return filled.map(({ text }, index) => ({ text, isLast: index === filled.length - 1 }))
}

import type { CheckedList, CheckedPlan, CheckedText } from './checked-plan.ts'

/** An entry that says something, and whether it is the last of its list. */
export type Sibling = { text: CheckedText; isLast: boolean }

/** A rubric of fewer entries has no custom that a list of one or two would have to follow. */
const fewest = 10

/**
 * The entries of each list, with what is usual among those that they are compared with: their list, or where that has
 * under three, the rubric in the whole plan (which is asked once). Lists without anything usual are left out.
 */
export function listsWithUsual(
  { lists }: CheckedPlan,
  usualAmong: (siblings: readonly Sibling[]) => string | undefined,
): { own: Sibling[]; usual: string }[] {
  const filled = lists.map((list) => ({ rubric: list.rubric.id, own: filledOf(list) }))
  const byRubric = new Map<string, Sibling[]>()
  for (const { rubric, own } of filled) {
    const all = byRubric.get(rubric)
    if (all === undefined) byRubric.set(rubric, [...own])
    else all.push(...own)
  }
  const usualIn = new Map<string, string | undefined>()
  for (const [rubric, all] of byRubric) {
    usualIn.set(rubric, all.length < fewest ? undefined : usualAmong(all))
  }
  return filled.flatMap(({ rubric, own }) => {
    const usual = own.length > 2 ? usualAmong(own) : usualIn.get(rubric)
    return usual === undefined ? [] : [{ own, usual }]
  })
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

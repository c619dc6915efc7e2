import type { Project } from '../project.ts'
import { acronyms } from './acronyms/acronyms.ts'
import { announcedTitles } from './announced-title.ts'
import { toCheckedPlan, type CheckedPlan } from './checked-plan.ts'
import { detachedPrefixes } from './detached-prefix.ts'
import { doubledWords } from './doubled-words.ts'
import { emptyTexts } from './empty-text.ts'
import { entryBeginnings } from './entry-beginning.ts'
import { entryEndings } from './entry-ending.ts'
import { checkIds, type Finding, type MendEdit } from './finding.ts'
import { longTexts } from './long-text.ts'
import { missingEntries } from './missing-entries.ts'
import { missingFields } from './missing-fields.ts'
import { missingPlurals } from './missing-plural.ts'
import { sameIndicators } from './same-indicator.ts'
import { spellings } from './spellings/spellings.ts'
import { typography } from './typography/typography.ts'
import { unclosed } from './unclosed.ts'

/** Every check. Pure; what each costs grows with the plan and no faster. */
const checks: readonly ((plan: CheckedPlan) => Finding[])[] = [
  emptyTexts,
  missingEntries,
  missingFields,
  sameIndicators,
  announcedTitles,
  longTexts,
  entryBeginnings,
  entryEndings,
  acronyms,
  spellings,
  doubledWords,
  missingPlurals,
  detachedPrefixes,
  unclosed,
  typography,
]

/** What a careful reader would say of a plan, in reading order. Keys are unique. The plan is in normal form. */
export function checkProject(project: Project): Finding[] {
  const plan = toCheckedPlan(project)
  const positions = new Map(plan.texts.map(({ place, index }) => [`${place.node} ${place.field}`, index]))
  const positionOf = ({ place }: Finding): number =>
    positions.get(`${place.node} ${place.field}`) ?? plan.indexOf.get(place.node) ?? 0
  const byKey = new Map<string, Finding>()
  for (const finding of checks.flatMap((check) => check(plan))) {
    const same = byKey.get(finding.key)
    byKey.set(finding.key, same === undefined ? finding : withMendOf(same, finding))
  }
  return Array.from(byKey.values())
    .map((finding) => ({ finding, position: positionOf(finding) }))
    .toSorted(
      (a, b) =>
        a.position - b.position ||
        (a.finding.range?.start ?? -1) - (b.finding.range?.start ?? -1) ||
        checkIds.indexOf(a.finding.check) - checkIds.indexOf(b.finding.check),
    )
    .map(({ finding }) => finding)
}

/** The same words once more in one text («de de» twice) are one finding, and one click mends both. */
function withMendOf(finding: Finding, again: Finding): Finding {
  if (finding.mend?.type !== 'replace' || again.mend?.type !== 'replace') return finding
  const { edits } = finding.mend
  const others = again.mend.edits.filter((edit) => !edits.some((one) => touch(one, edit)))
  return { ...finding, mend: { type: 'replace', edits: [...edits, ...others] } }
}

function touch(one: MendEdit, other: MendEdit): boolean {
  if (one.place.node !== other.place.node || one.place.field !== other.place.field) return false
  return one.range.start < other.range.end && other.range.start < one.range.end
}

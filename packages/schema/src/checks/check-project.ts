import type { Project } from '../project.ts'
import { acronyms } from './acronyms/acronyms.ts'
import { announcedTitles } from './announced-title.ts'
import { toCheckedPlan, type CheckedPlan, type CheckedText } from './checked-plan.ts'
import { detachedPrefixes } from './detached-prefix.ts'
import { doubledWords } from './doubled-words.ts'
import { emptyTexts } from './empty-text.ts'
import { entryBeginnings } from './entry-beginning.ts'
import { entryEndings } from './entry-ending.ts'
import { checkIds, type CheckedPlace, type Finding, type MendEdit } from './finding.ts'
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
  const texts = new Map(plan.texts.map((text) => [nameOf(text.place), text]))
  const positionOf = ({ place }: Finding): number =>
    texts.get(nameOf(place))?.index ?? plan.indexOf.get(place.node) ?? 0
  const byKey = new Map<string, Finding[]>()
  for (const finding of checks.flatMap((check) => check(plan))) {
    const same = byKey.get(finding.key)
    if (same === undefined) byKey.set(finding.key, [finding])
    else same.push(finding)
  }
  return Array.from(byKey.values(), (same) => withContext(asOne(same), texts))
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
function asOne(same: readonly Finding[]): Finding {
  const [first] = same
  if (first?.mend?.type !== 'replace' || same.length === 1) return first!
  const edits = new Map<string, MendEdit>()
  for (const { mend } of same) {
    if (mend?.type !== 'replace') continue
    for (const edit of mend.edits) {
      const at = `${nameOf(edit.place)} ${edit.range.start}`
      if (!edits.has(at)) edits.set(at, edit)
    }
  }
  return { ...first, mend: { type: 'replace', edits: Array.from(edits.values()) } }
}

/** How many units of the text stand with an edit on each side, so that the same words elsewhere are not taken for these. */
const context = 8

function withContext(finding: Finding, texts: ReadonlyMap<string, CheckedText>): Finding {
  if (finding.mend?.type !== 'replace') return finding
  const edits = finding.mend.edits.map((edit): MendEdit => {
    const plain = texts.get(nameOf(edit.place))?.plain ?? ''
    const { start, end } = edit.range
    const before = plain.slice(Math.max(0, start - context), start)
    return Object.assign({}, edit, { before, after: plain.slice(end, end + context) })
  })
  return { ...finding, mend: { type: 'replace', edits } }
}

function nameOf({ node, field }: CheckedPlace): string {
  return `${node} ${field}`
}

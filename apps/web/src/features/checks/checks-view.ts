import {
  actionsOf,
  applyDismissals,
  checkIds,
  type CheckId,
  type Dismissal,
  type Finding,
  type Project,
  type Severity,
} from '@concerte/schema'

/** What a panel shows of the findings of a plan: which axes, and how many of each check that is unfolded. */
export type ChecksRequest = {
  /** Ids of axes; null for the whole plan. */
  axes: readonly string[] | null
  /** The most findings to show, of each check that is unfolded. */
  unfolded: Readonly<Partial<Record<CheckId, number>>>
}

export type CheckGroup = {
  check: CheckId
  severity: Severity
  /** How many findings there are; `findings` holds the first of them where the check is unfolded. */
  count: number
  findings: readonly Finding[]
  /** How many of them one click mends. */
  mendable: number
}

/** `finding` is null where a whole check is dismissed; `count`: the findings that the dismissal keeps quiet. */
export type DismissedGroup = { dismissal: Dismissal; finding: Finding | null; count: number }

export type ChecksView = {
  /** Open findings of the whole plan. */
  total: number
  groups: readonly CheckGroup[]
  dismissed: readonly DismissedGroup[]
}

/** The axis that each node of a plan stands in. */
export type AxisOf = ReadonlyMap<string, string>

/** What there is to show: never more than was asked for, however long the plan is. */
export function toChecksView(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
  axisOf: AxisOf,
  { axes, unfolded }: ChecksRequest,
): ChecksView {
  const { open, dismissed } = applyDismissals(findings, dismissals)
  const isWanted = ({ place, related = [] }: Finding): boolean =>
    axes === null || [place, ...related].some(({ node }) => axes.includes(axisOf.get(node) ?? ''))
  const byCheck = Map.groupBy(open.filter(isWanted), ({ check }) => check)
  const groups = checkIds.flatMap((check): CheckGroup[] => {
    const found = byCheck.get(check)
    const [first] = found ?? []
    if (found === undefined || first === undefined) return []
    return [
      {
        check,
        severity: first.severity,
        count: found.length,
        findings: found.slice(0, unfolded[check] ?? 0),
        mendable: found.filter(({ mend }) => mend !== undefined).length,
      },
    ]
  })
  return {
    total: open.length,
    groups,
    dismissed: dismissedGroups(dismissed.filter(({ finding }) => isWanted(finding))),
  }
}

/** What mends a whole check at once, within the axes that are shown. */
export function mendsOf(
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
  axisOf: AxisOf,
  { check, axes }: { check: CheckId; axes: readonly string[] | null },
): Finding[] {
  const request = { axes, unfolded: { [check]: Number.POSITIVE_INFINITY } }
  const group = toChecksView(findings, dismissals, axisOf, request).groups.find((one) => one.check === check)
  return (group?.findings ?? []).filter(({ mend }) => mend !== undefined)
}

export function readAxisOf(project: Project): AxisOf {
  const axisOf = new Map<string, string>()
  for (const axis of project.axes) {
    const holders = [axis, ...actionsOf(axis)]
    const groups = axis.content.filter(({ type }) => type === 'group')
    const entries = holders.flatMap(({ rubrics }) => rubrics.flatMap((rubric) => rubric.entries))
    for (const { id } of [...holders, ...groups, ...entries]) axisOf.set(id, axis.id)
  }
  return axisOf
}

function dismissedGroups(dismissed: readonly { finding: Finding; dismissal: Dismissal }[]): DismissedGroup[] {
  const groups = new Map<Dismissal, DismissedGroup>()
  for (const { finding, dismissal } of dismissed) {
    const known = groups.get(dismissal)
    const shown = dismissal.key === undefined ? null : finding
    groups.set(dismissal, { dismissal, finding: known?.finding ?? shown, count: (known?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

import { checkIds, type CheckId } from '@concerte/schema'
import { useEffect, useMemo, useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { NothingHere } from '../../ui/nothing-here.tsx'
import { Button } from '../../ui/button.tsx'
import { SidePanel } from '../plan/page/side-panel.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { useRights } from '../plan/rights/use-rights.ts'
import { CheckGroup } from './check-group.tsx'
import type { Checks } from './checks.ts'
import type { ChecksView } from './checks-view.ts'
import styles from './checks.module.css'
import { ChecksFilter, type Filter } from './checks-filter.tsx'
import { DismissedList } from './dismissed-list.tsx'
import { unmarkWords } from './finding-mark.ts'
import { focusBeside, focusCheck } from './focus-after.ts'
import { mendFindings } from './mend-findings.ts'
import { checksMessages } from './messages.ts'
import { useChecks } from './use-checks.ts'

/** How many findings of a check are shown at first, and more of them at a time. */
const step = 50
const severities = ['lack', 'likely', 'typography'] as const

/** What the plan still lacks and what a careful reader would question, live, each with the way to its place. */
export default function ChecksPanel({
  checks,
  takesFocus,
  onClose,
}: {
  checks: Checks
  takesFocus: boolean
  onClose: () => void
}) {
  const t = useMessages(checksMessages)
  const rights = useRights()
  const [filter, setFilter] = useState<Filter>(rights.scope === 'axes' ? 'mine' : 'all')
  const [unfolded, setUnfolded] = useState<Partial<Record<CheckId, number>>>({})
  const axes = useMemo(
    () => (filter === 'all' ? null : filter === 'mine' ? rights.axes : [filter]),
    [filter, rights.axes],
  )
  const request = useMemo(() => ({ axes, unfolded }), [axes, unfolded])
  const state = useChecks(checks, request)
  useEffect(() => unmarkWords, [])
  const status =
    state.type === 'ready'
      ? countWords(state.view, axes !== null, t)
      : state.type === 'failed'
        ? ''
        : t.checking
  return (
    <SidePanel
      title={t.title}
      takesFocus={takesFocus}
      onClose={onClose}
      head={
        <div className={styles.head}>
          <ChecksFilter value={filter} onChange={setFilter} />
          <output className={styles.status}>{status}</output>
        </div>
      }
    >
      {state.type === 'failed' && (
        <div className={styles.failed}>
          <p>{t.failed}</p>
          <Button
            small
            onPress={() => {
              checks.stop()
              checks.start(request)
            }}
          >
            {t.retry}
          </Button>
        </div>
      )}
      {state.type === 'ready' && (
        <Findings
          checks={checks}
          view={state.view}
          hidden={state.hidden}
          axes={axes}
          unfolded={unfolded}
          onUnfold={setUnfolded}
        />
      )}
    </SidePanel>
  )
}

function Findings({
  checks,
  view,
  hidden,
  axes,
  unfolded,
  onUnfold,
}: {
  checks: Checks
  view: ChecksView
  hidden: ReadonlySet<string>
  axes: readonly string[] | null
  unfolded: Readonly<Partial<Record<CheckId, number>>>
  onUnfold: (unfolded: Partial<Record<CheckId, number>>) => void
}) {
  const t = useMessages(checksMessages)
  const tools = usePlan()
  const [current, setCurrent] = useState<string | null>(null)
  const mendAll = async (check: CheckId) => {
    const found = await checks.mends(check, axes)
    const done = mendFindings(tools, found, t.mendedAll)
    if (done.length === found.length) focusBeside(check)
    else focusCheck(check)
    checks.hide(done.map(({ key }) => key))
    if (done.length === 0) tools.commands.say({ text: t.changed, canUndo: false })
  }
  const toggle = (check: CheckId, isOpen: boolean) => {
    const { [check]: _, ...others } = unfolded
    onUnfold(isOpen ? { ...others, [check]: step } : others)
  }
  return (
    <>
      {view.groups.length === 0 && (
        <NothingHere
          path="M24 4a20 20 0 110 40 20 20 0 010-40zM15 25l6 6 12-14"
          says={view.total === 0 ? t.fine : t.fineHere}
          isDone
        >
          {view.total === 0 && <p>{t.fineText}</p>}
        </NothingHere>
      )}
      {severities.map((severity) => {
        const groups = view.groups.filter((group) => group.severity === severity)
        return groups.length === 0 ? null : (
          <section key={severity} className={styles.severity} data-severity={severity}>
            <h3 className={styles.severityName}>{t.severities[severity]}</h3>
            {groups
              .toSorted((a, b) => checkIds.indexOf(a.check) - checkIds.indexOf(b.check))
              .map((group) => (
                <CheckGroup
                  key={group.check}
                  group={group}
                  isOpen={unfolded[group.check] !== undefined}
                  hidden={hidden}
                  current={current}
                  onVisit={setCurrent}
                  onOpenChange={(isOpen) => toggle(group.check, isOpen)}
                  onMore={() => onUnfold({ ...unfolded, [group.check]: (unfolded[group.check] ?? 0) + step })}
                  onMendAll={() => void mendAll(group.check)}
                  onHide={(key) => checks.hide([key])}
                />
              ))}
          </section>
        )
      })}
      <DismissedList dismissed={view.dismissed} />
    </>
  )
}

function countWords(
  { total, groups }: ChecksView,
  isFiltered: boolean,
  t: { count: (count: number) => string; countOf: (count: number, total: number) => string },
): string {
  const shown = groups.reduce((sum, { count }) => sum + count, 0)
  return isFiltered && shown !== total ? t.countOf(shown, total) : t.count(total)
}

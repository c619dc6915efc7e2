import { useId, useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useMay, useWritesSomewhere } from '../plan/rights/use-rights.ts'
import type { CheckGroup as Group } from './checks-view.ts'
import styles from './checks.module.css'
import { DismissForm } from './dismiss-form.tsx'
import { FindingItem } from './finding-item.tsx'
import { focusBeside, focusCheck } from './focus-after.ts'
import { checksMessages } from './messages.ts'
import { useDismiss } from './use-dismiss.ts'

/** The findings of one check, behind its name and their number. */
export function CheckGroup({
  group,
  isOpen,
  hidden,
  current,
  onVisit,
  onOpenChange,
  onMore,
  onMendAll,
  onHide,
}: {
  group: Group
  isOpen: boolean
  hidden: ReadonlySet<string>
  /** The key of the finding that was visited last. */
  current: string | null
  onVisit: (key: string) => void
  onOpenChange: (isOpen: boolean) => void
  onMore: () => void
  onMendAll: () => void
  onHide: (key: string) => void
}) {
  const t = useMessages(checksMessages)
  const { check, count, severity, mendable } = group
  const id = useId()
  const { commands } = usePlan()
  const [isDismissing, setDismissing] = useState(false)
  const dismiss = useDismiss()
  const mayDismissAll = useMay({ type: 'dismiss', key: check })
  const mayWrite = useWritesSomewhere()
  const name = t.names[check]
  const shown = group.findings.filter(({ key }) => !hidden.has(key))
  const left = count - group.findings.length
  return (
    <div>
      <h4 className={styles.groupHead}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={id}
          data-group={check}
          onClick={() => onOpenChange(!isOpen)}
        >
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M4.5 2.5L8 6l-3.5 3.5" />
          </svg>
          <span className={styles.groupName}>{name}</span>
          <span className={styles.groupCount}>{count - (group.findings.length - shown.length)}</span>
        </button>
      </h4>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <>
            {!isDismissing && (mayDismissAll || (severity === 'typography' && mayWrite)) && (
              <div className={styles.groupActs}>
                {severity === 'typography' && mendable > 1 && mayWrite && (
                  <button
                    type="button"
                    className={styles.act}
                    aria-label={t.mendAllOf(mendable, name)}
                    onClick={onMendAll}
                  >
                    {t.mendAll(mendable)}
                  </button>
                )}
                {mayDismissAll && (
                  <button
                    type="button"
                    className={styles.act}
                    aria-label={t.dismissCheckThe(name)}
                    onClick={() => setDismissing(true)}
                  >
                    {t.dismissCheck}
                  </button>
                )}
              </div>
            )}
            {isDismissing && (
              <DismissForm
                label={t.dismissCheckThe(name)}
                confirm={t.confirmAll}
                onCancel={() => setDismissing(false)}
                onDismiss={(reason) => {
                  focusBeside(check)
                  dismiss({ check, reason }, t.saidDismissedCheck(name))
                  setDismissing(false)
                }}
              />
            )}
            <ul className={styles.items}>
              {shown.map((finding) => (
                <FindingItem
                  key={finding.key}
                  finding={finding}
                  isCurrent={finding.key === current}
                  onVisit={() => onVisit(finding.key)}
                  onDone={(item) => {
                    const next = item?.nextElementSibling ?? item?.previousElementSibling
                    const focus = next?.querySelector<HTMLElement>('[data-jump]')
                    if (focus !== null && focus !== undefined) focus.focus()
                    else if (left > 0) focusCheck(check)
                    else focusBeside(check)
                    onHide(finding.key)
                  }}
                />
              ))}
            </ul>
            {left > 0 && (
              <button
                type="button"
                className={styles.more}
                onClick={() => {
                  onMore()
                  commands.say(null)
                }}
              >
                {t.more(Math.min(left, 50))}
              </button>
            )}
          </>
        )}
      </div>
    </div>
  )
}

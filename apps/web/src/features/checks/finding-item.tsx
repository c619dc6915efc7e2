import type { Finding } from '@concerte/schema'
import { useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useMay } from '../plan/rights/use-rights.ts'
import styles from './checks.module.css'
import { DismissForm } from './dismiss-form.tsx'
import { goToPlace } from './go-to-finding.ts'
import { checksMessages } from './messages.ts'
import { mendFindings } from './mend-findings.ts'
import { useDismiss } from './use-dismiss.ts'
import { useFindingWords } from './use-finding-words.ts'

/** How many of the other places of a finding are named. */
const named = 3

/** One finding: where it is, which leads there, what is wrong, and what can be done about it from here. */
export function FindingItem({
  finding,
  isCurrent,
  onVisit,
  onDone,
}: {
  finding: Finding
  /** The one that was visited last. */
  isCurrent: boolean
  onVisit: () => void
  /** It was mended or dismissed. */
  onDone: (item: HTMLElement | null) => void
}) {
  const t = useMessages(checksMessages)
  const tools = usePlan()
  const { commands, rights } = tools
  const { placeOf, saidOf, excerptOf } = useFindingWords()
  const [isDismissing, setDismissing] = useState(false)
  const dismiss = useDismiss()
  const mayWrite = useMay({ type: 'write', node: finding.place.node })
  const mayDismiss = useMay({ type: 'dismiss', key: finding.key })
  const place = placeOf(finding.place)
  const said = saidOf(finding)
  const excerpt = excerptOf(finding)
  const act = finding.mend?.type === 'clear-field' ? t.clear : t.mend
  const { mend, related = [] } = finding
  const others = [...new Set(related.map(placeOf))].filter((other) => other !== place)
  const isRefused =
    mend?.type === 'replace' &&
    mend.edits.some((edit) => rights.refusal({ type: 'write', node: edit.place.node }) !== null)
  return (
    <li className={styles.item} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={styles.jump}
        data-jump
        onClick={() => {
          onVisit()
          goToPlace(tools, finding.place, finding.range)
        }}
      >
        <span className={styles.place}>{place}</span> <span className={styles.said}>{said}</span>{' '}
        {excerpt !== null && (
          <span className={styles.excerpt} lang="fr">
            {excerpt}
          </span>
        )}
      </button>
      {others.length > 0 && (
        <p className={styles.note}>
          {t.also(others.slice(0, named).join('\u202F; '), Math.max(0, others.length - named))}
        </p>
      )}
      {!isDismissing && (mayWrite || mayDismiss) && (
        <div className={styles.acts}>
          {mend !== undefined && mayWrite && !isRefused && (
            <button
              type="button"
              className={styles.act}
              aria-label={t.mendThe(act, place)}
              onClick={({ currentTarget }) => {
                const done = mendFindings(tools, [finding], () => t.mended(place))
                if (done.length === 0) commands.say({ text: t.changed, canUndo: false })
                else onDone(itemOf(currentTarget))
              }}
            >
              {act}
            </button>
          )}
          {mayDismiss && (
            <button
              type="button"
              className={styles.act}
              aria-label={t.dismissThe(place)}
              onClick={() => setDismissing(true)}
            >
              {t.dismiss}
            </button>
          )}
        </div>
      )}
      {isDismissing && (
        <DismissForm
          label={t.dismissThe(place)}
          confirm={t.confirm}
          onCancel={() => setDismissing(false)}
          onDismiss={(reason) => {
            const item = itemOf(document.activeElement)
            dismiss({ check: finding.check, key: finding.key, reason }, t.saidDismissed(place))
            onDone(item)
          }}
        />
      )}
    </li>
  )
}

function itemOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest('li') : null
}

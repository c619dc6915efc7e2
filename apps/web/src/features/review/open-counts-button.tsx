import { useMessages } from '../../i18n/catalogue.ts'
import unseen from '../../ui/unseen.module.css'
import { usePlan } from '../plan/plan-context.ts'
import { reviewPageMessages } from './page/messages.ts'
import styles from './open-counts.module.css'
import { useOpenCounts } from './use-review.ts'

/** How much waits on a node: opens the panel on it. Nothing where nothing does. */
export function OpenCountsButton({ node, name }: { node: string; name: string }) {
  const t = useMessages(reviewPageMessages)
  const { review } = usePlan()
  const { threads, amendments } = useOpenCounts(node)
  if (threads + amendments === 0) return null
  const label = t.counts(threads, amendments, name)
  return (
    <button
      type="button"
      className={styles.counts}
      title={label}
      data-aside
      data-open-counts
      onClick={({ detail }) =>
        review.open({ tab: threads > 0 ? 'threads' : 'amendments', node }, { byKeyboard: detail === 0 })
      }
    >
      <span className={unseen.unseen}>{label}</span>
      {threads > 0 && (
        <span aria-hidden="true">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 3.5h11v7.5H8l-3 2.5V11H2.5z" />
          </svg>
          {threads}
        </span>
      )}
      {amendments > 0 && (
        <span aria-hidden="true">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 13.5l.75-3 7-7 2.25 2.25-7 7zM8.5 13.5h5" />
          </svg>
          {amendments}
        </span>
      )}
    </button>
  )
}

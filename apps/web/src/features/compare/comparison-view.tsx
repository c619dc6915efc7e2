import { summarizeComparison, type Comparison, type NodeChange } from '@concerte/schema'
import { useId, useMemo, useState } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { ChangeFilters } from './change-filters.tsx'
import { filterChanges, groupChanges, type ChangeFilter, type ChangeGroup } from './change-groups.ts'
import { ChangeItem, type ChangeActions } from './change-item.tsx'
import { groupName, languageOf, pathWords } from './change-words.ts'
import styles from './comparison-view.module.css'
import { compareMessages } from './messages.ts'
import { summaryItems } from './summary-words.ts'
import { TemplateChanges } from './template-changes.tsx'

/** Rows at once: no one reads a thousand changes in one go, and a browser should not lay them out in one. */
const atOnce = 150

/**
 * What differs between two states of a plan: in numbers, then place by place. Its headings begin at `h2`. `actions`: what can be done
 * about a node that changed or went, and about one text or field of it.
 */
export function ComparisonView({ comparison, actions }: { comparison: Comparison; actions?: ChangeActions }) {
  const t = useMessages(compareMessages)
  const [filter, setFilter] = useState<ChangeFilter>({ place: 'all', what: 'all' })
  const [most, setMost] = useState(atOnce)
  const summary = useMemo(() => summaryItems(summarizeComparison(comparison), t), [comparison, t])
  const found = useMemo(() => filterChanges(comparison.changes, filter), [comparison, filter])
  const groups = useMemo(() => groupChanges(found.slice(0, most)), [found, most])
  const id = useId()
  const gone = useMemo(
    () => new Set(comparison.changes.filter(isWithdrawn).map(({ node }) => node)),
    [comparison],
  )
  if (summary.length === 0) return <p className={styles.none}>{t.summary.same}</p>
  const isTemplateShown = filter.what === 'all' && (filter.place === 'all' || filter.place === 'template')
  const left = found.length - most
  // What went along with its axis or action comes back with it.
  const actionsOf = (change: NodeChange) => (isWithin(change, gone) ? undefined : actions)
  return (
    <div className={styles.view}>
      <section className={styles.summary} aria-labelledby={id}>
        <h2 id={id}>{t.summary.title}</h2>
        <ul>
          {summary.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </section>
      <ChangeFilters
        comparison={comparison}
        filter={filter}
        count={found.length}
        onChange={(changed) => {
          setFilter(changed)
          setMost(atOnce)
        }}
      />
      {isTemplateShown && <TemplateChanges template={comparison.template} />}
      {groups.map((group) => (
        <Group key={group.key} group={group} actionsOf={actionsOf} />
      ))}
      {found.length === 0 && filter.place !== 'template' && <p className={styles.none}>{t.filters.none}</p>}
      {left > 0 && (
        <div className={styles.more}>
          <Button onPress={() => setMost(most + atOnce)}>{t.filters.more(Math.min(left, atOnce))}</Button>
        </div>
      )}
    </div>
  )
}

function isWithdrawn({ type }: NodeChange): boolean {
  return type === 'withdrawn'
}

function isWithin({ node, axis, action }: NodeChange, gone: ReadonlySet<string>): boolean {
  return [axis, action].some((above) => above !== null && above !== node && gone.has(above))
}

function Group({
  group,
  actionsOf,
}: {
  group: ChangeGroup
  actionsOf: (change: NodeChange) => ChangeActions | undefined
}) {
  const t = useMessages(compareMessages)
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} lang={languageOf(group.path)}>
        {groupName(group, t)}
      </h2>
      {group.runs.map(({ key, path, changes }) => (
        <div key={key} className={styles.run}>
          {path !== null && <h3 lang={languageOf(path)}>{pathWords(path.slice(group.path.length), t)}</h3>}
          <ul className={styles.changes}>
            {changes.map((change) => (
              <ChangeItem key={change.node} change={change} actions={actionsOf(change)} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

import type { NodeId } from '@concerte/schema'
import { useId } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { usePlan } from '../../plan/plan-context.ts'
import { actionsUnder } from '../../plan/store/structure.ts'
import { amendmentMessages } from '../messages.ts'
import { numberedTitle } from '../numbered-title.ts'
import { boardStates, type BoardFilter, type BoardRow } from './board-view.ts'
import styles from './board.module.css'

type Key = Exclude<keyof BoardFilter, 'sort' | 'isDescending' | 'search'>
type Option = { value: string; label: string }

/** What is looked for: each list offers only what there is. */
export function BoardFilters({
  rows,
  filter,
  onChange,
}: {
  rows: readonly BoardRow[]
  filter: BoardFilter
  onChange: (filter: BoardFilter) => void
}) {
  const t = useMessages(amendmentMessages)
  const id = useId()
  const { store } = usePlan()
  const { outline, template } = store.structure()
  const numbered = (label: string, node: NodeId): Option => ({
    value: node,
    label: numberedTitle(store, label, node),
  })
  const has = (key: 'axis' | 'action', node: NodeId) => rows.some((row) => row[key] === node)
  const axes = outline.children('axes').filter(({ id: axis }) => has('axis', axis))
  const actions = axes
    .filter(({ id: axis }) => filter.axis === '' || filter.axis === axis)
    .flatMap(({ id: axis }) => actionsUnder(outline, axis))
    .filter(({ id: action }) => has('action', action))
  const options: Record<Key, Option[]> = {
    axis: axes.map((axis) => numbered(template.labels.axis, axis.id)),
    action: actions.map((action) => numbered(template.labels.action, action.id)),
    fate: boardStates
      .filter((state) => rows.some((row) => row.state === state))
      .map((state) => ({ value: state, label: t.board.states[state] })),
    kind: distinct(rows.map(({ kind }) => ({ value: kind, label: kind }))),
    author: distinct(
      rows.map(({ author, amendment }) => ({ value: amendment.author.userId, label: author })),
    ),
    group: distinct(rows.flatMap(({ groups }) => groups.map((name) => ({ value: name, label: name })))),
  }
  return (
    <section className={styles.filters} aria-label={t.board.filters}>
      {keys
        .filter((key) => options[key].length > 1 || filter[key] !== '')
        .map((key) => (
          <div key={key}>
            <label htmlFor={id + key}>{t.board[key]}</label>
            <select
              id={id + key}
              value={filter[key]}
              onChange={({ target }) =>
                onChange({
                  ...filter,
                  // An action is of one axis.
                  ...(key === 'axis' && { action: '' }),
                  [key]: target.value,
                })
              }
            >
              <option value="">{t.board.every}</option>
              {options[key].map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </div>
        ))}
      <div>
        <label htmlFor={`${id}search`}>{t.board.search}</label>
        <input
          id={`${id}search`}
          type="search"
          value={filter.search}
          onChange={({ target }) => onChange({ ...filter, search: target.value })}
        />
      </div>
    </section>
  )
}

const keys: readonly Key[] = ['axis', 'action', 'fate', 'kind', 'author', 'group']

function distinct(options: Option[]): Option[] {
  const byValue = new Map(options.map((option) => [option.value, option]))
  return [...byValue.values()].toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))
}

import { useId } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { usePlan } from '../plan/plan-context.ts'
import styles from './amendments.module.css'
import { amendmentMessages } from './messages.ts'
import { numberedTitle } from './numbered-title.ts'
import type { PaneFilter } from './pane-filter.ts'

/** Which amendments are listed. */
export function PaneFilters({
  filter,
  isLong,
  mayDecide,
  onChange,
}: {
  /** There are so many that one looks for some. */
  isLong: boolean
  filter: PaneFilter
  /** There are some that the person decides on. */
  mayDecide: boolean
  onChange: (filter: PaneFilter) => void
}) {
  const t = useMessages(amendmentMessages)
  const id = useId()
  const { store } = usePlan()
  const { outline, template } = store.structure()
  return (
    <div className={styles.filters}>
      <div>
        <label htmlFor={`${id}state`}>{t.pane.state}</label>
        <select
          id={`${id}state`}
          value={filter.state}
          onChange={({ target }) => onChange({ ...filter, state: oneOf(states, target.value) })}
        >
          {states.map((state) => (
            <option key={state} value={state}>
              {t.pane.states[state]}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}whose`}>{t.pane.whose}</label>
        <select
          id={`${id}whose`}
          value={filter.whose}
          onChange={({ target }) => onChange({ ...filter, whose: oneOf(whose, target.value) })}
        >
          {whose
            .filter((choice) => choice !== 'toDecide' || mayDecide || filter.whose === 'toDecide')
            .map((choice) => (
              <option key={choice} value={choice}>
                {t.pane.whoseChoices[choice]}
              </option>
            ))}
        </select>
      </div>
      {(isLong || filter.axis !== '' || filter.search !== '') && (
        <>
          <div>
            <label htmlFor={`${id}axis`}>{t.pane.axis}</label>
            <select
              id={`${id}axis`}
              value={filter.axis}
              onChange={({ target }) => onChange({ ...filter, axis: target.value })}
            >
              <option value="">{t.pane.everyAxis}</option>
              {outline.children('axes').map(({ id: axis }) => (
                <option key={axis} value={axis}>
                  {numberedTitle(store, template.labels.axis, axis)}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label htmlFor={`${id}search`}>{t.pane.search}</label>
            <input
              id={`${id}search`}
              type="search"
              value={filter.search}
              onChange={({ target }) => onChange({ ...filter, search: target.value })}
            />
          </div>
        </>
      )}
    </div>
  )
}

const states = ['open', 'decided', 'all'] as const
const whose = ['all', 'mine', 'toDecide'] as const

function oneOf<T extends string>(choices: readonly [T, ...T[]], value: string): T {
  return choices.find((choice) => choice === value) ?? choices[0]
}

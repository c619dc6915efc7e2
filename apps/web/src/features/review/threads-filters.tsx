import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'

import { workingGroupsQuery } from '../../api/working-groups.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import unseen from '../../ui/unseen.module.css'
import { excerptOf } from '../plan/overlays/excerpt.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useList, useStructure } from '../plan/store/use-structure.ts'
import { reviewMessages } from './messages.ts'
import styles from './review.module.css'
import { threadStates, type ThreadFilter } from './thread-filter.ts'

/** Which threads are listed. The browser's own lists: small, and known to every assistive technology. */
export function ThreadsFilters({
  filter,
  onChange,
}: {
  filter: ThreadFilter
  onChange: (filter: ThreadFilter) => void
}) {
  const t = useMessages(reviewMessages)
  const { store, projectId } = usePlan()
  const groups = useQuery(workingGroupsQuery(projectId)).data ?? []
  const axes = useList('axes')
  const label = useStructure((structure) => structure.template.labels.axis)
  const id = useId()
  const group = groups.find((one) => filter.axes !== null && one.axes === filter.axes)
  const where =
    filter.axes === null ? '' : group === undefined ? `axis ${filter.axes[0] ?? ''}` : `group ${group.id}`
  return (
    <fieldset className={styles.filters}>
      <legend className={unseen.unseen}>{t.filters.label}</legend>
      <select
        aria-label={t.filters.state}
        value={filter.state}
        onChange={({ target }) => {
          const state = threadStates.find((one) => one === target.value)
          if (state !== undefined) onChange({ ...filter, state })
        }}
      >
        {threadStates.map((state) => (
          <option key={state} value={state}>
            {t.filters.states[state]}
          </option>
        ))}
      </select>
      <select
        aria-label={t.filters.place}
        value={where}
        onChange={({ target }) => {
          const [kind, chosen] = target.value.split(' ')
          const chosenAxes =
            kind === 'axis'
              ? axes.filter((axis) => axis.id === chosen).map((axis) => axis.id)
              : groups.find((one) => one.id === chosen)?.axes
          onChange({ ...filter, node: null, axes: chosenAxes ?? null })
        }}
      >
        <option value="">{t.filters.everywhere}</option>
        {groups.length > 0 && (
          <optgroup label={t.filters.groups}>
            {groups.map((one) => (
              <option key={one.id} value={`group ${one.id}`}>
                {one.name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={t.filters.axes}>
          {axes.map((axis, index) => {
            const node = store.structure().outline.nodes.get(axis.id)
            const title = node === undefined ? '' : excerptOf(store.plan, node)
            return (
              <option key={axis.id} value={`axis ${axis.id}`} lang="fr">
                {title === '' ? `${label} ${index + 1}` : `${label} ${index + 1}\u00A0: ${title}`}
              </option>
            )
          })}
        </optgroup>
      </select>
      <input
        id={id}
        type="search"
        lang="fr"
        className={styles.search}
        aria-label={t.filters.search}
        placeholder={t.filters.search}
        autoComplete="off"
        value={filter.words}
        onChange={({ target }) => onChange({ ...filter, words: target.value })}
      />
    </fieldset>
  )
}

import type { NodeId } from '@concerte/schema'
import { useId } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { excerptOf } from '../plan/overlays/excerpt.ts'
import { usePlan } from '../plan/plan-context.ts'
import { useRights } from '../plan/rights/use-rights.ts'
import { useList, useStructure } from '../plan/store/use-structure.ts'
import styles from './checks.module.css'
import { checksMessages } from './messages.ts'

/** The id of an axis, or a wider choice. */
export type Filter = 'all' | 'mine' | NodeId

/** Which part of the plan the findings are of. The browser's own list: small, and known to every assistive technology. */
export function ChecksFilter({ value, onChange }: { value: Filter; onChange: (value: Filter) => void }) {
  const t = useMessages(checksMessages)
  const { store } = usePlan()
  const { scope } = useRights()
  const id = useId()
  const axes = useList('axes')
  const label = useStructure((structure) => structure.template.labels.axis)
  const isGone = value !== 'all' && value !== 'mine' && !axes.some((axis) => axis.id === value)
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{t.filter}</label>
      <select
        id={id}
        value={isGone ? 'all' : value}
        onChange={({ target }) => {
          const axis = axes.find((one) => one.id === target.value)
          onChange(axis?.id ?? (target.value === 'mine' ? 'mine' : 'all'))
        }}
      >
        <option value="all">{t.all}</option>
        {scope === 'axes' && <option value="mine">{t.mine}</option>}
        {axes.map((axis, index) => {
          const node = store.structure().outline.nodes.get(axis.id)
          const title = node === undefined ? '' : excerptOf(store.plan, node)
          return (
            <option key={axis.id} value={axis.id}>
              {title === '' ? `${label} ${index + 1}` : `${label} ${index + 1}\u00A0: ${title}`}
            </option>
          )
        })}
      </select>
    </div>
  )
}

import { axisPalette, type NodeId } from '@concerte/schema'
import type { CSSProperties } from 'react'

import type { Listed } from '../store/structure.ts'
import { useNumber, usePlainLine, useStructure, useValues } from '../store/use-structure.ts'
import styles from './cover.module.css'

type BandStyle = CSSProperties & { '--axis-fill': string; '--on-axis': string }

/** The axes at the foot of the cover, edge to edge, each in its colour: what the plan is about, and the way there. */
export function CoverAxes({ axes }: { axes: readonly Listed[] }) {
  if (axes.length === 0) return null
  return (
    <ol className={styles.axes}>
      {axes.map(({ id }) => (
        <Band key={id} id={id} />
      ))}
    </ol>
  )
}

function Band({ id }: { id: NodeId }) {
  const number = useNumber(id) ?? 1
  const title = usePlainLine({ node: id, field: 'title' })
  const label = useStructure((structure) => structure.template.labels.axis)
  const { colour } = useValues(id, 'axis')
  const palette = axisPalette({ number, ...(colour !== undefined && { colour }) })
  const style: BandStyle = { '--axis-fill': palette.fill, '--on-axis': palette.onFill }
  return (
    <li className={styles.band} style={style} data-on-colour>
      <a href={`#n-${id}`} className={styles.bandLink} lang="fr">
        <span className={styles.bandLabel}>{`${label} ${number}`}</span>
        <span className={styles.bandTitle}>{title}</span>
      </a>
    </li>
  )
}

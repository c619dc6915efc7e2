import { axisColour, type NodeId } from '@concerte/schema'
import type { CSSProperties } from 'react'

import type { Listed } from '../store/structure.ts'
import { useNumber, useValues } from '../store/use-structure.ts'
import styles from './cover.module.css'

type BandStyle = CSSProperties & { '--axis-fill': string }

/** A thin band of the axes' colours under the title. */
export function CoverColours({ axes }: { axes: readonly Listed[] }) {
  return (
    <div className={styles.colours} aria-hidden="true">
      {axes.map(({ id }) => (
        <Band key={id} id={id} />
      ))}
    </div>
  )
}

function Band({ id }: { id: NodeId }) {
  const number = useNumber(id) ?? 1
  const { colour } = useValues(id, 'axis')
  const style: BandStyle = { '--axis-fill': axisColour({ number, ...(colour !== undefined && { colour }) }) }
  return <span className={styles.band} style={style} />
}

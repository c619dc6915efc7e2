import { announcedTitle, lineToPlain, plainToLine, type NodeId } from '@concerte/schema'
import { memo } from 'react'

import { useList, useNumber, usePlainLine, useStructure, useValues } from '../store/use-structure.ts'
import styles from './node.module.css'
import type { Listed } from '../store/structure.ts'
import { runsOf } from './runs-of.ts'

/** «Les actions qui seront menées»: the actions of the axis by their announced titles, under the titles of their groups. */
export const ActionList = memo(function ActionList({ axis, heading }: { axis: NodeId; heading: string }) {
  const children = useList(axis)
  return runsOf(children).map((run) => <Run key={run.id} heading={heading} run={run} />)
})

function Run({
  heading,
  run,
}: {
  heading: string
  run: { id: string; group: NodeId | null; actions: readonly Listed[] }
}) {
  const inGroup = useList(run.group ?? '')
  const title = usePlainLine({ node: run.group ?? '', field: 'title' })
  const actions = run.group === null ? run.actions : inGroup
  const full = [heading, title].filter((part) => part !== '').join(' ')
  if (actions.length === 0) return null
  return (
    <div className={styles.announced} lang="fr">
      {full !== '' && <h3 className={styles.rubricHeading}>{full}</h3>}
      <ol className={styles.announcedList}>
        {actions.map(({ id }) => (
          <Announced key={id} id={id} />
        ))}
      </ol>
    </div>
  )
}

function Announced({ id }: { id: NodeId }) {
  const number = useNumber(id)
  const title = usePlainLine({ node: id, field: 'title' })
  const values = useValues(id, 'action')
  const words = lineToPlain(announcedTitle({ ...values, title: plainToLine(title) }))
  const listed = useStructure((structure) => structure.template.labels.action)
  return (
    <li className={styles.announcedItem}>
      <span className={styles.announcedNumber}>{number}</span>
      <a href={`#n-${id}`}>{words === '' ? `${listed} ${number ?? ''}` : words}</a>
    </li>
  )
}

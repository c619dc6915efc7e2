import { announcedTitle, lineToPlain, plainToLine, type NodeId } from '@concerte/schema'
import { memo, useMemo } from 'react'

import { PartList } from '../page/part-list.tsx'
import { usePlan } from '../plan-context.ts'
import { useList, useNumber, usePlainLine, useStructure, useValues } from '../store/use-structure.ts'
import { parentOf, type Listed } from '../store/structure.ts'
import { announcedBy, announcedPart } from './announced-part.ts'
import own from './announced.module.css'
import styles from './node.module.css'
import { runsOf } from './runs-of.ts'

/** «Les actions qui seront menées»: the actions of the axis by their announced titles, under the titles of their groups. */
export const ActionList = memo(function ActionList({ axis, heading }: { axis: NodeId; heading: string }) {
  const { parts, store } = usePlan()
  const children = useList(axis)
  const runs = useMemo(() => runsOf(children), [children])
  return (
    <PartList
      parts={parts}
      items={runs}
      partOf={partOfRun}
      holderOf={(part) => {
        const action = announcedBy(part)
        const group = action === null ? null : parentOf(store.structure(), action)
        return group === null ? null : announcedPart(group)
      }}
      likely={(part) => likelyRun(store.structure().list(announcedBy(part) ?? '').length)}
      spacing={betweenRuns}
      gap="div"
      gapClass={own.announced}
    >
      {(run) => <Run key={run.id} heading={heading} run={run} />}
    </PartList>
  )
})

/** Actions between two groups are there always. */
function partOfRun({ group }: { group: NodeId | null }): string | null {
  return group === null ? null : announcedPart(group)
}

function partOfAction({ id }: Listed): string {
  return announcedPart(id)
}

function Run({
  heading,
  run,
}: {
  heading: string
  run: { id: string; group: NodeId | null; actions: readonly Listed[] }
}) {
  const { parts } = usePlan()
  const inGroup = useList(run.group ?? '')
  const title = usePlainLine({ node: run.group ?? '', field: 'title' })
  const actions = run.group === null ? run.actions : inGroup
  const full = [heading, title].filter((part) => part !== '').join(' ')
  if (actions.length === 0) return null
  return (
    <div
      className={own.announced}
      lang="fr"
      {...(run.group !== null && { 'data-part': announcedPart(run.group), 'data-around': true })}
    >
      {full !== '' && <h3 className={styles.rubricHeading}>{full}</h3>}
      <ol className={own.list}>
        <PartList
          parts={parts}
          items={actions}
          partOf={partOfAction}
          likely={() => line}
          spacing={spacing}
          gap="li"
        >
          {({ id }) => <Announced key={id} id={id} />}
        </PartList>
      </ol>
    </div>
  )
}

/** In px. */
const line = 28
const spacing = 8
const betweenRuns = 32

/** A heading, and a line an action. */
function likelyRun(actions: number): number {
  return 40 + actions * (line + spacing)
}

const Announced = memo(function Announced({ id }: { id: NodeId }) {
  const number = useNumber(id)
  const title = usePlainLine({ node: id, field: 'title' })
  const values = useValues(id, 'action')
  const words = lineToPlain(announcedTitle({ ...values, title: plainToLine(title) }))
  const listed = useStructure((structure) => structure.template.labels.action)
  return (
    <li className={own.item} data-part={announcedPart(id)}>
      <span className={own.number}>{number}</span>
      <a href={`#n-${id}`}>{words === '' ? `${listed} ${number ?? ''}` : words}</a>
    </li>
  )
})

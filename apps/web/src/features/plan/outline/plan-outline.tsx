import { axisColour, type NodeId, type NodeType } from '@concerte/schema'
import { memo, useRef, useSyncExternalStore, type CSSProperties } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { planMessages } from '../messages.ts'
import { PartList } from '../page/part-list.tsx'
import { AvatarStack } from '../people/avatar-stack.tsx'
import { usePlan } from '../plan-context.ts'
import { coverNode } from '../store/place.ts'
import { idOf, parentOf, type Listed } from '../store/structure.ts'
import {
  useList,
  useNumber,
  usePeopleWithin,
  usePlainLine,
  useStructure,
  useValues,
} from '../store/use-structure.ts'
import type { Folded } from './folded.ts'
import { lineAnchor } from './line-anchor.ts'
import styles from './outline.module.css'
import { useArrowKeys } from './use-arrow-keys.ts'
import { FoldedContext, useIsFolded, useNewFolded } from './use-folded.ts'
import { useFullTitle } from './use-full-title.ts'
import { useLifting } from './use-lifting.ts'

type AxisStyle = CSSProperties & { '--axis': string }

/**
 * The plan at a glance: where everything is, and who is there. Arrows go from line to line; lines can be dragged (`useDragging`
 * of the page), and Space lifts one to be moved with keys.
 */
export const PlanOutline = memo(function PlanOutline() {
  const t = useMessages(planMessages)
  const { overlays } = usePlan()
  const ref = useRef<HTMLElement>(null)
  const folded = useNewFolded()
  useArrowKeys(ref)
  useFullTitle(ref)
  useLifting(ref)
  const front = useList('front')
  const axes = useList('axes')
  const back = useList('back')
  const unplaced = useStructure((structure) => structure.unplaced.length)
  const trash = useStructure((structure) => structure.trash.length)
  const foreword = useStructure((structure) => structure.template.labels.foreword)
  return (
    <FoldedContext value={folded}>
      <nav ref={ref} className={styles.outline} aria-label={t.outline.label}>
        {axes.length > 1 && <FoldAll axes={axes} folded={folded} />}
        <ul className={styles.list}>
          <li>
            <a className={styles.link} href={`#n-${coverNode}`}>
              {t.outline.cover}
              <People node={coverNode} />
            </a>
          </li>
          {front.map(({ id }) => (
            <Item key={id} id={id} type="section" untitled={foreword} />
          ))}
          {axes.map(({ id }) => (
            <AxisItem key={id} id={id} />
          ))}
          {back.map(({ id }) => (
            <Item key={id} id={id} type="section" untitled={t.outline.noTitle} />
          ))}
          {unplaced > 0 && (
            <li>
              <a className={styles.tray} href="#n-tray">{`${t.outline.tray} (${unplaced})`}</a>
            </li>
          )}
        </ul>
        {trash > 0 && (
          <Button look="quiet" small className={styles.bin} onPress={() => overlays.open({ type: 'bin' })}>
            {t.bin.open(trash)}
          </Button>
        )}
      </nav>
    </FoldedContext>
  )
})

function FoldAll({ axes, folded }: { axes: readonly Listed[]; folded: Folded }) {
  const t = useMessages(planMessages)
  const areAll = useSyncExternalStore(folded.subscribe, () => axes.every(({ id }) => folded.isFolded(id)))
  return (
    <button
      type="button"
      className={styles.foldAll}
      onClick={() =>
        folded.fold(
          axes.map(({ id }) => id),
          !areAll,
        )
      }
    >
      {areAll ? t.outline.unfoldAll : t.outline.foldAll}
    </button>
  )
}

function AxisItem({ id }: { id: NodeId }) {
  const t = useMessages(planMessages)
  const [isFolded, fold] = useIsFolded(id)
  const number = useNumber(id) ?? 1
  const { colour } = useValues(id, 'axis')
  const children = useList(id)
  const label = useStructure((structure) => structure.template.labels.axis)
  const style: AxisStyle = { '--axis': axisColour({ number, ...(colour !== undefined && { colour }) }) }
  const name = `${label} ${number}`
  return (
    <li className={styles.axis} style={style}>
      <div className={styles.axisRow}>
        <Link id={id} number={String(number)} untitled={name} className={styles.axisLink} />
        {children.length > 0 && (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={!isFolded}
            aria-label={isFolded ? t.outline.unfold(name) : t.outline.fold(name)}
            onClick={() => fold(!isFolded)}
          >
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d="M2.5 4.5L6 8l3.5-3.5" />
            </svg>
          </button>
        )}
      </div>
      {!isFolded && children.length > 0 && (
        <ul className={styles.list}>
          <Lines items={children} />
        </ul>
      )}
    </li>
  )
}

/** The lines of actions and groups, of a long plan those near the window. */
function Lines({ items }: { items: readonly Listed[] }) {
  const t = useMessages(planMessages)
  const { lines, store } = usePlan()
  return (
    <PartList
      parts={lines}
      items={items}
      partOf={idOf}
      holderOf={(action) => parentOf(store.structure(), action)}
      likely={(part) => likelyLine * (1 + store.structure().list(part).length)}
      spacing={1}
      gap="li"
    >
      {({ id, type }) =>
        type === 'group' ? (
          <GroupItem key={id} id={id} />
        ) : (
          <Item key={id} id={id} type="action" untitled={t.outline.noTitle} />
        )
      }
    </PartList>
  )
}

/** In px. */
const likelyLine = 40

function GroupItem({ id }: { id: NodeId }) {
  const t = useMessages(planMessages)
  const actions = useList(id)
  return (
    <li data-part={id} data-around>
      <Link id={id} number="" untitled={t.names.group} className={styles.groupLink} />
      <ul className={styles.list}>
        <Lines items={actions} />
      </ul>
    </li>
  )
}

const Item = memo(function Item({ id, type, untitled }: { id: NodeId; type: NodeType; untitled: string }) {
  const number = useNumber(id)
  return (
    <li data-part={type === 'action' ? id : undefined}>
      <Link
        id={id}
        number={type === 'action' && number !== undefined ? String(number) : ''}
        untitled={untitled}
        className={undefined}
      />
    </li>
  )
})

function Link({
  id,
  number,
  untitled,
  className,
}: {
  id: NodeId
  number: string
  untitled: string
  className: string | undefined
}) {
  const title = usePlainLine({ node: id, field: 'title' })
  return (
    <a
      id={lineAnchor(id)}
      className={`${styles.link} ${className ?? ''}`}
      href={`#n-${id}`}
      data-line={id}
      draggable={false}
    >
      {number !== '' && <span className={styles.number}>{number}</span>}
      <span className={styles.title} data-title lang={title === '' ? undefined : 'fr'}>
        {title === '' ? untitled : title}
      </span>
      <People node={id} />
    </a>
  )
}

/** Who is in the node, and for an action in what stands under it. */
function People({ node }: { node: string }) {
  const people = usePeopleWithin(node)
  if (people.length === 0) return null
  return (
    <span className={styles.people}>
      <AvatarStack people={people} most={3} small />
    </span>
  )
}

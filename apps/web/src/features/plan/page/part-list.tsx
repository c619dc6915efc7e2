import {
  startTransition,
  useCallback,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useReducer,
  type ReactNode,
} from 'react'

import type { PageParts } from './page-parts.ts'
import type { FarPart } from './part-rows.ts'
import { rowsWithGaps } from './rows-with-gaps.ts'

/**
 * The items of a list of which those are on the page that are near the window; gaps keep the place of the others. The element
 * of each item carries its `data-part`; that of one with parts within it, `data-around` besides.
 */
export function PartList<Item>({
  parts,
  items,
  partOf,
  holderOf,
  likely,
  spacing = 0,
  gap: Gap,
  gapClass,
  children,
}: {
  parts: PageParts
  items: readonly Item[]
  /** Null for an item that is always there. */
  partOf: (item: Item) => string | null
  /** The part of the item that another part stands in: it is there with that one, wherever it begins. */
  holderOf?: ((part: string) => string | null) | undefined
  /** The height in px of a part that was never shown. */
  likely: (part: string) => number
  /** Between two items, in px. */
  spacing?: number
  gap: 'div' | 'li'
  gapClass?: string | undefined
  children: (item: Item) => ReactNode
}) {
  const indexes = useMemo(() => indexesOf(items, partOf), [items, partOf])
  // The few that are near are looked for among the items, not the other way round.
  const nearNow = () => {
    const near = parts.near()
    if (near === null) return 'all'
    const found = new Set(indexes.always)
    for (const part of near) {
      const holder = indexes.byPart.has(part) ? part : (holderOf?.(part) ?? null)
      const index = holder === null ? undefined : indexes.byPart.get(holder)
      if (index !== undefined) found.add(index)
    }
    return [...found].toSorted((one, other) => one - other).join(' ')
  }
  // Read at each rendering, and rendered again when it is another: not a store of React's, which would never be shown by and by.
  const near = nearNow()
  const [, render] = useReducer((count: number) => count + 1, 0)
  const onNear = useEffectEvent((isUrgent: boolean) => {
    if (nearNow() === near) return
    if (isUrgent) render()
    else startTransition(render)
  })
  useLayoutEffect(() => parts.subscribe(onNear), [parts])
  const rows = useMemo(() => {
    const shown = new Set(near === '' ? [] : near.split(' ').map(Number))
    return rowsWithGaps(items, (_, index) => near === 'all' || shown.has(index))
  }, [items, near])
  // After each rendering, and when the list goes.
  useLayoutEffect(() => {
    parts.rendered()
    return parts.rendered
  })
  return rows.map((row) => {
    if (row.type === 'item') return children(row.item)
    const far = row.items.map((item) => {
      const part = partOf(item) ?? ''
      return { part, height: parts.heightOf(part, () => likely(part)) + spacing }
    })
    return (
      <PartGap
        key={`gap-${far[0]?.part}`}
        parts={parts}
        far={far}
        spacing={spacing}
        as={Gap}
        className={gapClass}
      />
    )
  })
}

/** Where each part is among the items, and which of them are there always. */
function indexesOf<Item>(items: readonly Item[], partOf: (item: Item) => string | null) {
  const byPart = new Map<string, number>()
  const always: number[] = []
  for (const [index, item] of items.entries()) {
    const part = partOf(item)
    if (part === null) always.push(index)
    else byPart.set(part, index)
  }
  return { byPart, always }
}

function PartGap({
  parts,
  far,
  spacing,
  as: Element,
  className,
}: {
  parts: PageParts
  far: readonly FarPart[]
  spacing: number
  as: 'div' | 'li'
  className: string | undefined
}) {
  const ref = useCallback(
    (element: HTMLElement | null) => {
      if (element !== null) parts.addGap(element, far)
    },
    [parts, far],
  )
  const height = far.reduce((sum, part) => sum + part.height, 0) - spacing
  return <Element ref={ref} className={className} style={{ height }} data-gap aria-hidden />
}

import { useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react'

import type { PageParts } from './page-parts.ts'
import type { FarPart } from './part-rows.ts'
import { rowsWithGaps } from './rows-with-gaps.ts'

/**
 * The items of a list of which those are on the page that are near the window; gaps keep the place of the others. The element
 * of each item carries its `data-part`.
 */
export function PartList<Item>({
  parts,
  items,
  partOf,
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
  /** The height in px of a part that was never shown. */
  likely: (part: string) => number
  /** Between two items, in px. */
  spacing?: number
  gap: 'div' | 'li'
  gapClass?: string | undefined
  children: (item: Item) => ReactNode
}) {
  // One string, so that a list renders again only when other items of it are near.
  const near = useSyncExternalStore(parts.subscribe, () =>
    items
      .map((item) => {
        const part = partOf(item)
        return part === null || parts.isNear(part) ? '1' : '0'
      })
      .join(''),
  )
  const rows = useMemo(() => rowsWithGaps(items, (_, index) => near[index] === '1'), [items, near])
  return rows.map((row) => {
    if (row.type === 'item') return children(row.item)
    const far = row.items.map((item) => {
      const part = partOf(item) ?? ''
      return { part, height: (parts.heightOf(part) ?? likely(part)) + spacing }
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

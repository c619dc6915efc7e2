/** A list as it is shown: items, and gaps where one or more of them are not. */
export type GappedRow<Item> = { type: 'item'; item: Item } | { type: 'gap'; items: Item[] }

export function rowsWithGaps<Item>(
  items: readonly Item[],
  isShown: (item: Item, index: number) => boolean,
): GappedRow<Item>[] {
  const rows: GappedRow<Item>[] = []
  items.forEach((item, index) => {
    const last = rows.at(-1)
    if (isShown(item, index)) rows.push({ type: 'item', item })
    else if (last?.type === 'gap') last.items.push(item)
    else rows.push({ type: 'gap', items: [item] })
  })
  return rows
}

import type { NodeId } from '@concerte/schema'
import type { ReactNode } from 'react'

import { PartList } from '../page/part-list.tsx'
import { usePlan } from '../plan-context.ts'
import { idOf, parentOf, type Listed } from '../store/structure.ts'
import { ActionArticle } from './action-article.tsx'
import { likelyHeight } from './likely-height.ts'
import styles from './node.module.css'

/** The actions of an axis or a group, of a long plan those near the window. `axis`: their axis, in words. */
export function ActionArticles({
  items,
  axis,
  level,
  children,
}: {
  items: readonly Listed[]
  axis: string
  level: 3 | 4
  /** What a group among them shows. */
  children?: (group: NodeId) => ReactNode
}) {
  const { parts, store } = usePlan()
  return (
    <PartList
      parts={parts}
      items={items}
      partOf={idOf}
      // Within a group there is no other.
      holderOf={children && ((action) => parentOf(store.structure(), action))}
      likely={(part) => likelyHeight(store.structure(), part, parts.heightOf)}
      gap="div"
      gapClass={styles.farActions}
    >
      {({ id, type }) =>
        type === 'group' ? children?.(id) : <ActionArticle key={id} id={id} axis={axis} level={level} />
      }
    </PartList>
  )
}

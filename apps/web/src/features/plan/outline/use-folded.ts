import { createContext, useContext, useState, useSyncExternalStore } from 'react'

import { usePlan } from '../plan-context.ts'
import { createFolded, type Folded } from './folded.ts'

export const FoldedContext = createContext<Folded | null>(null)

/** What is folded in the outline of the plan that is open. */
export function useNewFolded(): Folded {
  const { projectId } = usePlan()
  const [folded] = useState(() => createFolded(shelf, `concerte.folded.${projectId}`))
  return folded
}

export function useIsFolded(axis: string): [isFolded: boolean, fold: (isFolded: boolean) => void] {
  const folded = useContext(FoldedContext)
  if (folded === null) throw new Error('useIsFolded() is for what stands within an outline')
  const isFolded = useSyncExternalStore(folded.subscribe, () => folded.isFolded(axis))
  return [isFolded, (next) => folded.fold([axis], next)]
}

/** Asked for each time: on some devices the storage itself throws. */
const shelf: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
}

import { useCallback, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'

import { usePlan } from '../plan-context.ts'

/** A part of the page: the element that keeps its place, and whether what belongs in it is to be shown now. */
export function usePart(part: string): { ref: RefObject<HTMLElement | null>; isNear: boolean } {
  const { parts } = usePlan()
  const ref = useRef<HTMLElement>(null)
  const subscribe = useCallback((listener: () => void) => parts.onNear(part, listener), [parts, part])
  const isNear = useSyncExternalStore(subscribe, () => parts.isNear(part))
  useLayoutEffect(() => (ref.current === null ? undefined : parts.add(part, ref.current)), [parts, part])
  return { ref, isNear }
}

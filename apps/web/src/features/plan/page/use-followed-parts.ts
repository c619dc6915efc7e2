import { useLayoutEffect } from 'react'

import { usePlan } from '../plan-context.ts'

/** Shows the parts of a long plan as the window comes near them, from the first painting of the page on. */
export function useFollowedParts(sheet: HTMLElement | null): void {
  const { parts } = usePlan()
  useLayoutEffect(() => (sheet === null ? undefined : parts.follow(sheet)), [parts, sheet])
}

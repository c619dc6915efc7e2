import { useLayoutEffect, type RefObject } from 'react'

import { usePlan } from '../plan-context.ts'

/** Shows the parts of a long plan, and the lines of its outline, as one comes near them, from the first painting of the page on. */
export function useFollowedParts(sheet: HTMLElement | null, outline: RefObject<HTMLElement | null>): void {
  const { parts, lines } = usePlan()
  useLayoutEffect(() => (sheet === null ? undefined : parts.follow(sheet)), [parts, sheet])
  useLayoutEffect(
    () => (outline.current === null ? undefined : lines.follow(outline.current)),
    [lines, outline],
  )
}

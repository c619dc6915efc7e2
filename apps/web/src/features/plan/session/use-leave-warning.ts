import { hasUnsaved, type SaveState } from '@concerte/sync'
import { useEffect } from 'react'

/** The browser asks before the page is left while something is not saved. */
export function useLeaveWarning(state: SaveState): void {
  const isNeeded = hasUnsaved(state) && state.type !== 'refused'
  useEffect(() => {
    if (!isNeeded) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isNeeded])
}

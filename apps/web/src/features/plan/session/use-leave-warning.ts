import { hasUnsaved, type SyncClient } from '@concerte/sync'
import { useEffect } from 'react'

/** The browser asks before the page is left while something is not saved. */
export function useLeaveWarning(client: SyncClient): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      // What was refused is lost here whatever one does.
      if (hasUnsaved(client.state) && client.state.type !== 'refused') event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [client])
}

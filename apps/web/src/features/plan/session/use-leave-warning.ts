import { hasUnsaved } from '@concerte/sync'
import { useEffect } from 'react'

import { hasShelved } from '../../../offline/rescue-shelf.ts'
import type { LiveSession } from './plan-session.ts'

/**
 * The browser asks before the page is left while words would be lost: none of the server, the device and another page has them. Those
 * on their way to the server count as well: a moment later the others can read them.
 */
export function useLeaveWarning({ client, keeper }: LiveSession): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { state } = client
      const isLost = hasUnsaved(state) && state.type !== 'refused' && keeper.state !== 'kept'
      if (isLost || state.type === 'saving' || hasShelved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [client, keeper])
}

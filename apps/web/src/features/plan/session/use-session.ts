import { useMemo, useSyncExternalStore } from 'react'

/** Opens something with the component and closes it with it; null until it is open. `open` must be kept by the caller. */
export function useSession<Session extends { close: () => void }>(open: () => Session): Session | null {
  const source = useMemo(() => createSource(open), [open])
  return useSyncExternalStore(source.subscribe, source.current)
}

function createSource<Session extends { close: () => void }>(open: () => Session) {
  let session: Session | null = null
  return {
    current: () => session,
    // React looks again right after it has subscribed.
    subscribe: () => {
      session = open()
      return () => {
        session?.close()
        session = null
      }
    },
  }
}

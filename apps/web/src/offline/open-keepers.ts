import type { PlanKeeper } from '@concerte/sync'

/** The keepers of the plans that this page shows: written at once when the page may be about to go. */
export const openKeepers = createOpenKeepers()

type OpenKeeper = Pick<PlanKeeper, 'flush' | 'hasUnsent'>

function createOpenKeepers() {
  const keepers = new Set<OpenKeeper>()
  async function flush(): Promise<void> {
    await Promise.all([...keepers].map((keeper) => keeper.flush()))
  }
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void flush()
  }
  return {
    flush,
    hasUnsent: () => [...keepers].some((keeper) => keeper.hasUnsent),
    add(keeper: OpenKeeper): () => void {
      if (keepers.size === 0) {
        document.addEventListener('visibilitychange', onHidden)
        window.addEventListener('pagehide', onHidden)
      }
      keepers.add(keeper)
      return () => {
        keepers.delete(keeper)
        if (keepers.size > 0) return
        document.removeEventListener('visibilitychange', onHidden)
        window.removeEventListener('pagehide', onHidden)
      }
    },
  }
}

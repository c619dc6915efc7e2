import type { SaveState } from '@concerte/sync'
import { useSyncExternalStore } from 'react'

import { SaveStatus } from '../bar/save-status.tsx'
import type { LiveSession } from './plan-session.ts'
import { useSaveState } from './use-save-state.ts'

/** The state of saving as it goes. */
export function LiveStatus({ session: { client, keeper } }: { session: LiveSession }) {
  const keeping = useSyncExternalStore(keeper.subscribe, () => keeper.state)
  return <SaveStatus state={useSaveState(client, whole)} keeping={keeping} />
}

function whole(state: SaveState): SaveState {
  return state
}

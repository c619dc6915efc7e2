import type { SaveState } from '@concerte/sync'

import { SaveStatus } from '../bar/save-status.tsx'
import type { LiveSession } from './plan-session.ts'
import { useKeepingState } from './use-keeping-state.ts'
import { useSaveState } from './use-save-state.ts'

/** The state of saving as it goes. */
export function LiveStatus({ session: { client, keeper } }: { session: LiveSession }) {
  const keeping = useKeepingState(keeper)
  return <SaveStatus state={useSaveState(client, whole)} keeping={keeping} />
}

function whole(state: SaveState): SaveState {
  return state
}

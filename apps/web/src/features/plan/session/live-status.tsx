import type { SaveState, SyncClient } from '@concerte/sync'

import { SaveStatus } from '../bar/save-status.tsx'
import { useSaveState } from './use-save-state.ts'

/** The state of saving as it goes. */
export function LiveStatus({ client }: { client: SyncClient }) {
  return <SaveStatus state={useSaveState(client, whole)} />
}

function whole(state: SaveState): SaveState {
  return state
}

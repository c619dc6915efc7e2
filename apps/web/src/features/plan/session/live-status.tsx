import { useMemo, useSyncExternalStore } from 'react'

import { UnsavedButton } from '../../unsaved/unsaved-button.tsx'
import { SaveStatus } from '../bar/save-status.tsx'
import { createSaveView } from '../bar/save-view.ts'
import type { LiveSession } from './plan-session.ts'

/** The state of saving as it goes, and what is not saved yet. */
export function LiveStatus({ session: { client, keeper } }: { session: LiveSession }) {
  const source = useMemo(() => createSaveView(client, keeper), [client, keeper])
  const view = useSyncExternalStore(source.subscribe, source.current)
  return <SaveStatus view={view} />
}

/** The same beside the list of what is not saved, where the plan is shown. */
export function PlanStatus({ session }: { session: LiveSession }) {
  return (
    <>
      <LiveStatus session={session} />
      <UnsavedButton />
    </>
  )
}

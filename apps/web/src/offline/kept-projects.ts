import type { ProjectId, ProjectSummary } from '@concerte/api'

import { keptPlansOf } from './kept-plans.ts'
import { keptUser } from './kept-user.ts'

/** The plans on this device of who is signed in, as the list shows them; none when it keeps nothing. */
export async function keptProjects(): Promise<ProjectSummary[]> {
  const user = keptUser()
  if (user === null) return []
  try {
    return await keptPlansOf(user.id).list()
  } catch {
    // No database here (private windows): the server alone knows.
    return []
  }
}

export async function keptProject(id: ProjectId): Promise<ProjectSummary | null> {
  const kept = await keptProjects()
  return kept.find((project) => project.id === id) ?? null
}

/** The server says that the person may not read this plan (any longer). */
export async function dropLost(id: ProjectId): Promise<void> {
  const user = keptUser()
  if (user === null || (await keptProject(id)) === null) return
  // Yjs comes with it: only for whom it happens.
  const { giveUpPlan } = await import('./give-up.ts')
  await giveUpPlan(keptPlansOf(user.id), id, 'forbidden')
}

/** Takes away the plans that are not among those which the person takes part in. */
export async function dropOthers(current: readonly ProjectId[]): Promise<void> {
  for (const { id } of await keptProjects()) if (!current.includes(id)) await dropLost(id)
}

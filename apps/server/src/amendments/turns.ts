import type { ProjectId } from '@concerte/api'

import { createGate, type Gate } from '../jobs/gate.ts'

/** Runs what is done to the amendments of one plan one after another: each sees what the one before it left. */
export type Turns = <T>(projectId: ProjectId, action: () => Promise<T>) => Promise<T>

export function createTurns(): Turns {
  const gates = new Map<ProjectId, Gate>()
  return (projectId, action) => {
    const gate = gates.get(projectId) ?? createGate(1)
    gates.set(projectId, gate)
    return gate(action)
  }
}

import type { ProjectId } from '@concerte/api'
import type { Phase } from '@concerte/schema'

import { projectPath } from './projects.ts'
import { sendOnly } from './request.ts'

/** Brings a plan to another phase; everyone who has it open is told their rights of that phase. */
export function changePhase(project: ProjectId, phase: Phase): Promise<void> {
  return sendOnly('PUT', `${projectPath(project)}/phase`, { phase })
}

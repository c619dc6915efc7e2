import type { ProjectId } from '@concerte/api'

import { late } from '../../../ui/late.tsx'
import { useRights } from '../rights/use-rights.ts'

const FinalNotice = late(async () => (await import('../../validation/final-notice.tsx')).FinalNotice)

/** Says over a plan that is final where its official version is; nothing over any other. */
export function FinalPlan({ projectId }: { projectId: ProjectId }) {
  return useRights().phase === 'final' ? <FinalNotice projectId={projectId} /> : null
}

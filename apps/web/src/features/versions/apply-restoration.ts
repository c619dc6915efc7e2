import {
  applyProject,
  projectWithRestored,
  readProject,
  type PlanDoc,
  type RestoreScope,
} from '@concerte/schema'

import { currentLocale } from '../../i18n/locale.ts'
import type { Outcome, PlanCommands } from '../plan/commands/plan-commands.ts'
import type { Reveal } from '../plan/page/reveal.ts'
import type { Intent, PlanRights } from '../plan/rights/plan-rights.ts'
import { versionsMessages } from './messages.ts'
import type { PendingRestoration } from './pending-restoration.ts'

/** Puts what was asked for back into the plan that is open here, as one step of undo. */
export function applyRestoration(
  { project, scope, name }: PendingRestoration,
  {
    commands,
    rights,
    reveal,
  }: { commands: Pick<PlanCommands, 'run' | 'trashed' | 'say'>; rights: PlanRights; reveal: Reveal },
): void {
  const t = versionsMessages[currentLocale()]
  // What the server would refuse of it would be refused whole.
  if (scope.type === 'plan' && rights.current().locked.length > 0) {
    return commands.say({ text: t.restore.locked, canUndo: false })
  }
  commands.run(needsOf(scope), (plan) => restore(plan, { project, scope, name }, commands))
  if (scope.type !== 'plan' && scope.node !== 'cover') reveal(scope.node)
}

function restore(
  plan: PlanDoc,
  { project, scope, name }: PendingRestoration,
  commands: Pick<PlanCommands, 'trashed'>,
): Outcome {
  const t = versionsMessages[currentLocale()]
  const wanted = projectWithRestored(readProject(plan.doc), project, scope)
  if (wanted === null) return { said: t.restore.nothing }
  let isChanged = false
  const note = () => {
    isChanged = true
  }
  plan.doc.on('update', note)
  try {
    applyProject(plan.doc, wanted, { origin: plan.origin, trashed: commands.trashed() })
  } finally {
    plan.doc.off('update', note)
  }
  if (!isChanged) return { said: t.restore.nothing }
  return { said: scope.type === 'plan' ? t.restore.done(name) : t.restore.partDone(name), canUndo: true }
}

function needsOf(scope: RestoreScope): Intent[] {
  if (scope.type === 'field') return [{ type: 'write', node: scope.node }]
  return [
    { type: 'structure' },
    ...(scope.type === 'node' ? [{ type: 'write', node: scope.node } as const] : []),
  ]
}

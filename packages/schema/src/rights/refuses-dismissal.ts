import { subjectOf } from '../checks/finding-key.ts'
import type { PlanDoc } from '../outline/plan-doc.ts'
import type { Rights } from './rights.ts'
import { refusesContents, standOf } from './stand.ts'
import type { WriteRefusal } from './write-refusal.ts'

/**
 * Why the person may not dismiss what a dismissal's key names, or take that back; null when they may. A finding is for
 * those who write where it stands; one about the whole plan (an acronym, a name) for those who write all of it; a
 * check everywhere is the leads'.
 */
export function refusesDismissal(plan: PlanDoc, rights: Rights, key: string): WriteRefusal | null {
  const subject = subjectOf(key)
  if (subject === undefined) return rights.scope === 'everything' ? null : 'structure'
  switch (subject.node) {
    case '*':
      return refusesContents(rights, { type: 'nowhere' })
    case 'cover':
      return refusesContents(rights, { type: 'sections' })
    default:
      // What is gone, or made by the same update, stands nowhere: a dismissal of it hides nothing of anybody’s.
      return plan.nodes.has(subject.node) ? refusesContents(rights, standOf(plan, subject.node)) : null
  }
}

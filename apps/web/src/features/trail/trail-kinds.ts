import type { TrailEvent } from '@concerte/api'

/** What the trail can be narrowed to. */
export const trailKinds = ['people', 'rights', 'phases', 'amendments', 'versions', 'files'] as const
export type TrailKind = (typeof trailKinds)[number]

const kindOf: Record<TrailEvent['type'], TrailKind> = {
  'member-joined': 'people',
  'member-changed': 'people',
  'member-removed': 'people',
  'invitation-made': 'people',
  'invitation-revoked': 'people',
  'group-changed': 'rights',
  'axis-locked': 'rights',
  'axis-unlocked': 'rights',
  'phase-changed': 'phases',
  'phase-dated': 'phases',
  'approvers-named': 'phases',
  approved: 'phases',
  'approval-withdrawn': 'phases',
  sealed: 'phases',
  reopened: 'phases',
  'amendment-decided': 'amendments',
  'amendment-withdrawn': 'amendments',
  'version-named': 'versions',
  restored: 'versions',
  imported: 'files',
  exported: 'files',
}

export function trailKindOf(event: TrailEvent): TrailKind {
  return kindOf[event.type]
}

import type { Fate } from '@concerte/api'

/** The name under which the trail and notices tell a fate. */
export function fateName(fate: Fate): string {
  return fate.type === 'accepted' && fate.withChanges ? 'accepted-with-changes' : fate.type
}

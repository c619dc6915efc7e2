import type { Amendment } from '@concerte/api'
import type { Proposal } from '@concerte/schema'

import type { Standing } from '../look.ts'

/** What one may decide; `synthesis`: accepting with changes where others changed the same words. */
export type Choice =
  | 'accept'
  | 'accept-with-changes'
  | 'synthesis'
  | 'refuse'
  | 'refer'
  | 'merge'
  | 'obsolete'

/** What may be decided of a proposal as it stands to the plan of now, the likeliest first. */
export function choicesFor(proposal: Proposal, standing: Standing, hasOthers: boolean): Choice[] {
  const rest: Choice[] = ['refuse', 'refer', ...(hasOthers ? (['merge'] as const) : []), 'obsolete']
  return [...acceptances(proposal, standing), ...rest]
}

/** Whether another may be merged into it: it is discussed, or was accepted. */
export function isCarrier({ fate }: Amendment): boolean {
  return fate.type === 'open' || fate.type === 'accepted'
}

function acceptances(proposal: Proposal, standing: Standing): Choice[] {
  const isWritten = proposal.type === 'text' || proposal.type === 'field'
  const isEditable = isWritten || proposal.type === 'add'
  switch (standing) {
    case 'clean':
    case 'moved-on':
      return isEditable ? ['accept', 'accept-with-changes'] : ['accept']
    case 'collision':
      // What would be withdrawn or moved is shown as it is today, and that is what is accepted. An addition has lost its place.
      return isWritten ? ['synthesis'] : proposal.type === 'add' ? [] : ['accept']
    case 'done':
      return ['accept']
    case 'gone':
      return []
  }
}

import type { Amendment } from '@concerte/api'
import type { Proposal } from '@concerte/schema'

import type { Look } from '../look.ts'

/** What one may decide; `synthesis`: accepting with changes where others changed the same words; `elsewhere`: at another place than the proposed one. */
export type Choice =
  | 'accept'
  | 'accept-with-changes'
  | 'elsewhere'
  | 'synthesis'
  | 'refuse'
  | 'refer'
  | 'merge'
  | 'obsolete'

/** What may be decided of a proposal as it stands to the plan of now, the likeliest first. */
export function choicesFor(proposal: Proposal, look: Look, hasOthers: boolean): Choice[] {
  const rest: Choice[] = ['refuse', 'refer', ...(hasOthers ? (['merge'] as const) : []), 'obsolete']
  return [...acceptances(proposal, look), ...rest]
}

/** Whether another may be merged into it: it is discussed, or was accepted. */
export function isCarrier({ fate }: Amendment): boolean {
  return fate.type === 'open' || fate.type === 'accepted'
}

function acceptances(proposal: Proposal, { standing, collision }: Look): Choice[] {
  const isWritten = proposal.type === 'text' || proposal.type === 'field'
  const isEditable = isWritten || proposal.type === 'add'
  switch (standing) {
    case 'clean':
    case 'moved-on':
      if (isEditable) return ['accept', 'accept-with-changes']
      return proposal.type === 'move' ? ['accept', 'elsewhere'] : ['accept']
    case 'collision':
      if (collision === 'place') return ['elsewhere']
      if (isWritten) return ['synthesis']
      // What would be withdrawn or moved is shown as it is today, and that is what is accepted.
      return proposal.type === 'move' ? ['accept', 'elsewhere'] : ['accept']
    case 'done':
      return ['accept']
    case 'gone':
      return []
  }
}

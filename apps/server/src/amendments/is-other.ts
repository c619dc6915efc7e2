import type { Instead, Proposal } from '@concerte/schema'

/** Whether what is taken in is another thing than what was proposed; to have seen what stands there changes nothing. */
export function isOther(proposal: Proposal, instead: Instead | undefined): boolean {
  switch (instead?.type) {
    case undefined:
    case 'withdraw':
    case 'move':
      return false
    case 'text':
      return proposal.type !== 'text' || JSON.stringify(proposal.text) !== JSON.stringify(instead.text)
    case 'field':
      return proposal.type !== 'field' || JSON.stringify(proposal.value) !== JSON.stringify(instead.value)
    case 'add':
      return (
        proposal.type !== 'add' ||
        JSON.stringify([proposal.at, proposal.draft]) !== JSON.stringify([instead.at, instead.draft])
      )
  }
}

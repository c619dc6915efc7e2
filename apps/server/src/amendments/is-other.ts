import type { Instead, Proposal } from '@concerte/schema'

/** Whether what is taken in is another thing than what was proposed; to have seen what stands there changes nothing. */
export function isOther(proposal: Proposal, instead: Instead | undefined): boolean {
  switch (instead?.type) {
    case undefined:
    case 'withdraw':
      return false
    case 'move':
      return (
        instead.to !== undefined &&
        (proposal.type !== 'move' || JSON.stringify(proposal.to) !== JSON.stringify(instead.to))
      )
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

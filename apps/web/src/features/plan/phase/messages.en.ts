import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  title: 'Phase of the plan',
  names: {
    drafting: 'Drafting',
    review: 'Review',
    consultation: 'Consultation',
    validation: 'Approval',
    final: 'Final version',
  },
  purposes: {
    drafting: 'The working groups write.',
    review: 'The text is read and corrected.',
    consultation: 'Everyone is asked for their opinion; editors no longer write.',
    validation: 'The boards decide.',
    final: 'The plan is settled: nobody writes in it any more.',
  },
  roles: { lead: 'leads', editor: 'editors', reviewer: 'reviewers', reader: 'readers' },
  scopes: {
    everything: (who) => `${who} write everywhere and arrange the plan`,
    contents: (who) => `${who} write the texts`,
    nothing: (who) => `${who} read`,
  },
  between: '; ',
  groups:
    'An editor who is in a working group writes only the axes of their groups. In an approved axis, nobody writes.',
  choice: 'Phase',
  current: 'current phase',
  change: 'Move to this phase',
  changing: 'Moving to this phase…',
  page: 'Steps and approval: dates, approvals, final version',
}

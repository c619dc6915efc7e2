import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  lead: 'Lead',
  editor: 'Editor',
  reviewer: 'Reviewer',
  reader: 'Reader',
  inSentence: { lead: 'lead', editor: 'editor', reviewer: 'reviewer', reader: 'reader' },
  allows: {
    lead: 'Writes everywhere, organizes the plan, invites people and names versions.',
    editor: 'Writes in the plan and names versions.',
    reviewer: 'Reads and exports the plan; comments and proposes without touching the text.',
    reader: 'Reads and exports the plan.',
  },
}

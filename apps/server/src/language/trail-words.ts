import type { TrailEvent } from '@concerte/api'

import type { Language } from './language.ts'

type TrailWords = {
  columns: readonly string[]
  events: Record<TrailEvent['type'], string>
}

/** The words of the trail as a table. */
export const trailWords: Record<Language, TrailWords> = {
  fr: {
    columns: ['Numéro', 'Date (UTC)', 'Personne', 'Événement', 'Détail', 'Empreinte', 'Empreinte précédente'],
    events: {
      'member-joined': 'Arrivée d’un membre',
      'member-changed': 'Changement de rôle',
      'member-removed': 'Départ d’un membre',
      'invitation-made': 'Invitation créée',
      'invitation-revoked': 'Invitation retirée',
      'group-changed': 'Groupe de travail',
      'phase-changed': 'Changement de phase',
      'phase-dated': 'Dates d’une phase',
      'axis-locked': 'Axe verrouillé',
      'axis-unlocked': 'Axe déverrouillé',
      'amendment-decided': 'Décision sur un amendement',
      'amendment-withdrawn': 'Amendement retiré',
      'version-named': 'Version nommée',
      restored: 'Restauration',
      imported: 'Import',
      exported: 'Export',
      'approvers-named': 'Approbateurs désignés',
      approved: 'Approbation',
      'approval-withdrawn': 'Approbation retirée',
      sealed: 'Scellement',
      reopened: 'Réouverture',
    },
  },
  en: {
    columns: ['Number', 'Date (UTC)', 'Person', 'Event', 'Detail', 'Hash', 'Previous hash'],
    events: {
      'member-joined': 'Member joined',
      'member-changed': 'Role changed',
      'member-removed': 'Member left',
      'invitation-made': 'Invitation made',
      'invitation-revoked': 'Invitation withdrawn',
      'group-changed': 'Working group',
      'phase-changed': 'Phase changed',
      'phase-dated': 'Dates of a phase',
      'axis-locked': 'Axis locked',
      'axis-unlocked': 'Axis unlocked',
      'amendment-decided': 'Decision on an amendment',
      'amendment-withdrawn': 'Amendment withdrawn',
      'version-named': 'Version named',
      restored: 'Restoration',
      imported: 'Import',
      exported: 'Export',
      'approvers-named': 'Approvers named',
      approved: 'Approval',
      'approval-withdrawn': 'Approval withdrawn',
      sealed: 'Sealing',
      reopened: 'Reopening',
    },
  },
}

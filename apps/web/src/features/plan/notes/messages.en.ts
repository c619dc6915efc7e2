import type { fr } from './messages.fr.ts'

export const en: typeof fr = {
  someone: 'Someone',
  thisEntry: { measure: 'this measure', indicator: 'this indicator', statement: 'this statement' },
  thisGroup: 'this group of actions',
  thisSection: 'this part',
  thisCalled: (label) => `“${label}”`,
  moved: (who, what, where) => `${who} moved ${what}: ${where}.`,
  reordered: (who, what) => `${who} changed the place of ${what}.`,
  removed: (who, what) => `${who} put ${what} in the bin.`,
  goThere: 'Go there',
  putBack: 'Restore',
  putBackDone: (what) => `Restored: ${what}.`,
}

/** The words of the template have no known gender: an article where it is elided, none elsewhere. */
const elided = /^[aeiouyéèêàâîôûh]/u

export const fr = {
  someone: 'Quelqu’un',
  /** What one looks at. Actions and axes are called what the plan calls them. */
  thisEntry: { measure: 'cette mesure', indicator: 'cet indicateur', statement: 'cet énoncé' },
  thisGroup: 'ce groupe d’actions',
  thisSection: 'cette partie',
  thisCalled: (label: string) => `«\u00A0${label}\u00A0»`,
  moved: (who: string, what: string, where: string) =>
    `${who} a déplacé ${what}\u00A0: ${elided.test(where) ? `dans l’${where}` : where}.`,
  reordered: (who: string, what: string) => `${who} a changé ${what} de place.`,
  removed: (who: string, what: string) => `${who} a mis ${what} à la corbeille.`,
  goThere: 'Y aller',
  putBack: 'Rétablir',
  putBackDone: (what: string) => `Rétabli\u00A0: ${what}.`,
}

export const fr = {
  /** Read out with every text. */
  hint: 'Échap puis Tab\u00A0: sortir du texte. Contrôle et barre oblique\u00A0: raccourcis.',
  noLink: 'Pas de lien dans un titre.',
  atEdge: 'Déjà au bout du plan\u00A0: rien plus loin où aller.',
  /** «Mesure déplacée, 2 sur 5, action 4, axe 1». The words of the template for axes and actions have no known gender. */
  movedNode: {
    measure: 'Mesure déplacée',
    indicator: 'Indicateur déplacé',
    statement: 'Énoncé déplacé',
    action: 'Déplacement fait',
    group: 'Groupe d’actions déplacé',
    axis: 'Déplacement fait',
    section: 'Partie déplacée',
  },
  moved: (what: string, at: number, count: number, where: string) => `${what}, ${at} sur ${count}, ${where}`,
  indented: 'Sous-point de ce qui précède. Échap puis Tab\u00A0: sortir du texte.',
  outdented: 'Ce n’est plus un sous-point.',
  nothingAbove:
    'Rien au-dessus dont en faire un sous-point. Pour passer au champ suivant\u00A0: Échap, puis Tab.',
  hasFields:
    'Cet indicateur a une cible, une source ou d’autres champs\u00A0: il ne peut pas devenir un sous-point.',
}

export const fr = {
  /** The list that `/` opens, and the button that opens the same. */
  title: 'Ce qui peut venir ici',
  add: (name: string) => `Ajouter ici\u00A0: ${name}`,
  count: (count: number) =>
    count === 0 ? 'Aucun choix' : `${count} choix. Flèches pour choisir, Entrée pour valider.`,
  none: 'Rien de ce nom ne peut venir ici. Le texte reste comme il est.',
  kinds: { measure: 'Mesure', indicator: 'Indicateur', statement: 'Énoncé' },
  axis: 'après cet axe',
  action: 'après cette action',
  group: 'Groupe d’actions',
  groupNote: 'sous un même titre',
  front: 'Partie liminaire',
  frontNote: 'avant les axes',
  back: 'Annexe',
  backNote: 'après les axes',
  bulletList: 'Liste à puces',
  orderedList: 'Liste numérotée',
  listNote: 'dans ce texte',
  /** Other words by which something is looked for. */
  also: {
    measure: 'disposition engagement',
    indicator: 'chiffre cible évaluation',
    statement: 'ligne',
    action: 'fiche',
    axis: 'orientation',
    group: 'réunir',
    section: 'texte mot avant-propos annexe',
    bulletList: 'points',
    orderedList: 'chiffres',
  },
}

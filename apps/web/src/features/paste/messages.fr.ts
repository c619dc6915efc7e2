import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Coller',
  into: (name: string) => `Dans\u00A0: ${name}.`,
  zone: 'Collez ici',
  zoneNote:
    'Copiez une liste ou un passage dans Word, LibreOffice, une page web ou un PDF, puis collez-le dans ce cadre. Rien n’est ajouté au plan avant votre accord.',
  nothing: 'Le presse-papiers ne contient aucun texte.',
  noPlace: 'Rien de ce qui a été copié ne trouve de place ici.',
  tooMuch:
    'C’est trop long pour être collé d’un coup\u00A0: au plus 5\u202F000 lignes et 2 millions de caractères. Collez-le en plusieurs fois.',
  as: 'Coller comme',
  field: 'Tout dans ce texte',
  entries: {
    measure: 'Une mesure par point',
    indicator: 'Un indicateur par point',
    statement: 'Un énoncé par point',
  },
  actions: 'Des actions et leurs mesures',
  counts: {
    paragraph: (count: number) => `${count} ${plural('fr', count, 'paragraphe', 'paragraphes')}`,
    group: (count: number) => `${count} ${plural('fr', count, 'groupe', 'groupes')}`,
    action: (count: number) => `${count} ${plural('fr', count, 'action', 'actions')}`,
    measure: (count: number) => `${count} ${plural('fr', count, 'mesure', 'mesures')}`,
    indicator: (count: number) => `${count} ${plural('fr', count, 'indicateur', 'indicateurs')}`,
    statement: (count: number) => `${count} ${plural('fr', count, 'énoncé', 'énoncés')}`,
  },
  kinds: {
    group: 'Groupe',
    action: 'Action',
    title: 'Titre',
    measure: 'Mesure',
    indicator: 'Indicateur',
    statement: 'Énoncé',
  },
  preview: 'Aperçu de ce qui sera collé',
  more: (count: number) => `… et ${count} ${plural('fr', count, 'autre ligne', 'autres lignes')}`,
  leftOut: (count: number) =>
    `${count} ${plural('fr', count, 'ligne ne trouve', 'lignes ne trouvent')} pas de place ici et ne ${plural('fr', count, 'sera pas collée', 'seront pas collées')}`,
  accept: 'Coller',
  cancel: 'Annuler',
  done: (counts: string) => `Collé\u00A0: ${counts}.`,
  copied: (name: string) => `${name}\u00A0: copié.`,
  notCopied: 'La copie n’a pas abouti\u00A0: le navigateur ne l’a pas permise.',
}

import { plural } from '../../../i18n/plural.ts'

const held = (type: 'measure' | 'indicator' | 'statement', count: number) => {
  const words = { measure: 'mesure', indicator: 'indicateur', statement: 'énoncé' }
  return `${count} ${plural('fr', count, words[type], `${words[type]}s`)}`
}

export const fr = {
  title: 'Réglages du plan',
  parts: 'Parties des réglages',
  saved: 'Chaque réglage prend effet aussitôt, pour tout le monde\u202F; Ctrl+Z l’annule.',
  tabs: {
    cover: 'Couverture',
    colours: 'Couleurs',
    rubrics: 'Rubriques',
    sections: 'Parties',
    labels: 'Mots et numéros',
  },

  coverTitle: 'Titre du plan',
  academy: 'Académie',
  slogan: 'Devise',
  mention: 'Mention',
  mentionNote: 'Au bas de la couverture\u00A0: mots-dièse, partenaires…',
  period: 'Période',
  periodNote: 'Par exemple 2024-2028.',
  periodWrong: 'Écrivez deux années, la seconde après la première\u00A0: 2024-2028.',
  website: 'Adresse du site',
  tooLong: (most: number) => `Trop long\u00A0: ${most} caractères au plus. Ce texte n’est pas enregistré.`,
  theirs: (value: string) =>
    value === ''
      ? 'Quelqu’un d’autre vient de vider ce champ. Entrée garde votre texte, Échap y renonce.'
      : `Quelqu’un d’autre vient d’écrire ici «\u00A0${value}\u00A0». Entrée garde votre texte, Échap prend l’autre.`,

  colourOf: (axis: string, title: string) => (title === '' ? axis : `${axis}\u00A0: ${title}`),
  colours: ['Bleu', 'Grenat', 'Brique', 'Vert', 'Violet', 'Ocre', 'Canard', 'Prune'].join(','),
  byNumber: 'Celle de son numéro',
  ownColour: 'Une autre, par exemple #0b5c8f',
  ownWrong:
    'Écrivez une couleur comme #0b5c8f, assez foncée pour qu’un titre blanc s’y lise (contraste de 4,5 au moins).',
  noAxes: 'Le plan n’a pas encore d’axe.',

  axisPage: 'Page d’un axe',
  actionPage: 'Page d’une action',
  heading: 'Intitulé',
  headingOne: 'Au-dessus d’un seul élément',
  headingOneNote: 'Vide\u00A0: le même intitulé.',
  introduction: 'Introduction de l’axe',
  actionList: 'Liste des actions',
  withoutHeading: { measure: 'Mesures', indicator: 'Indicateurs', statement: 'Énoncés' },
  up: (name: string) => `Monter «\u00A0${name}\u00A0»`,
  down: (name: string) => `Descendre «\u00A0${name}\u00A0»`,
  holdsNow: (type: 'measure' | 'indicator' | 'statement', count: number) =>
    count === 0 ? 'Vide pour l’instant.' : `${held(type, count)} dans le plan.`,
  retire: 'Retirer de la trame',
  retireThe: (name: string) => `Retirer de la trame\u00A0: ${name}`,
  revive: 'Remettre',
  reviveThe: (name: string) => `Remettre\u00A0: ${name}`,
  retired: (type: 'measure' | 'indicator' | 'statement', count: number) =>
    count === 0
      ? 'Retirée\u00A0: elle est vide et ne se montre plus.'
      : `Retirée\u00A0: plus rien ne s’y ajoute, mais ${held(type, count)} ${plural('fr', count, 'y reste et se montre', 'y restent et se montrent')} toujours à sa place.`,
  saidRetired: (name: string, type: 'measure' | 'indicator' | 'statement', count: number) =>
    count === 0
      ? `«\u00A0${name}\u00A0» est retirée de la trame.`
      : `«\u00A0${name}\u00A0» est retirée de la trame. ${held(type, count)} ${plural('fr', count, 'y reste', 'y restent')}, sans rien perdre.`,
  newRubric: 'Nouvelle rubrique',
  addRubric: 'Ajouter la rubrique',
  kind: 'Ce qu’elle contient',
  holds: { measure: 'des mesures', indicator: 'des indicateurs', statement: 'des énoncés' },

  front: 'Avant les axes',
  back: 'Après les axes',
  none: 'Aucune partie.',
  sectionTitle: 'Titre',
  sectionKind: 'Nature',
  sectionKinds: { foreword: 'Mot d’ouverture', annex: 'Annexe' },
  untitled: 'Annexe sans titre',
  toFront: 'Mettre avant les axes',
  toBack: 'Mettre après les axes',
  toFrontThe: (name: string) => `Mettre avant les axes\u00A0: ${name}`,
  toBackThe: (name: string) => `Mettre après les axes\u00A0: ${name}`,
  remove: 'Mettre à la corbeille',
  removeThe: (name: string) => `Mettre à la corbeille\u00A0: ${name}`,
  addFront: 'Ajouter une partie avant les axes',
  addBack: 'Ajouter une partie après les axes',

  labels: 'Mots devant les numéros',
  labelAxis: 'Un axe s’appelle',
  labelAction: 'Une action s’appelle',
  labelForeword: 'Une partie d’ouverture sans titre s’appelle',
  numbering: 'Numéros des actions',
  perAxis: 'À partir de 1 dans chaque axe',
  continuous: 'À la suite dans tout le plan',
}

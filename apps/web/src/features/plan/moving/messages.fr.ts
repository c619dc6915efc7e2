import { plural } from '../../../i18n/plural.ts'

/** The words of the template have no known gender: an article where it is elided, none elsewhere. */
function the(words: string): string {
  return /^[aeiouyéèêàâîôûh]/u.test(words) ? `l’${words}` : words
}

export const fr = {
  theEntry: { measure: 'la mesure', indicator: 'l’indicateur', statement: 'l’énoncé' },
  numbered: (words: string, number: number) => `${words} ${number}`,
  titled: (words: string, title: string) => `${words} «\u00A0${title}\u00A0»`,
  the: (words: string) => the(words),
  group: (title: string) => (title === '' ? 'groupe sans titre' : `groupe «\u00A0${title}\u00A0»`),
  theGroup: (title: string) => (title === '' ? 'le groupe sans titre' : `le groupe «\u00A0${title}\u00A0»`),
  theSection: (title: string) => (title === '' ? 'la partie sans titre' : `la partie «\u00A0${title}\u00A0»`),
  between: (before: string, after: string, where: string) => `entre ${before} et ${after}, ${where}`,
  beforeIt: (after: string, where: string) => `avant ${after}, ${where}`,
  afterIt: (before: string, where: string) => `après ${before}, ${where}`,
  inAxes: 'parmi les axes',
  inFront: 'avant les axes',
  inBack: 'après les axes',
  within: (inner: string, outer: string) => `${inner}, ${outer}`,
  unplaced: 'à replacer',
  nowhere: 'Pas à cet endroit',
  here: (where: string) => `Reste ${where}`,
  moved: (where: string) => `Déplacé ${where}.`,
  gone: 'Cet élément vient d’être retiré ou déplacé par quelqu’un d’autre.',
  bar: {
    label: (name: string) => `Déplacer ${name}`,
    keys: 'Flèches\u00A0: place par place. Page suivante et précédente\u00A0: liste par liste. Entrée pour poser, Échap pour renoncer.',
    up: 'Place précédente',
    down: 'Place suivante',
    drop: 'Poser ici',
    cancel: 'Renoncer',
    count: (at: number, all: number) =>
      `place ${at} sur ${all} ${plural('fr', all, 'possible', 'possibles')}`,
    cancelled: 'Rien n’a été déplacé.',
  },
}

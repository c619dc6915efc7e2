import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Chercher dans le plan',
  open: 'Chercher',
  words: 'Chercher dans le plan',
  by: 'Remplacer par',
  count: (at: number, count: number) => `${at} sur ${count}`,
  none: 'Aucun passage',
  searching: 'Recherche…',
  found: (count: number, at: number, place: string) =>
    count === 0
      ? 'Aucun passage trouvé.'
      : `Passage ${at} sur ${count}${place === '' ? '' : `\u00A0: ${place}`}.`,
  previous: 'Passage précédent',
  next: 'Passage suivant',
  isCaseExact: 'Respecter les majuscules',
  isSignExact: 'Respecter les accents, les apostrophes et les espaces',
  isWholeWord: 'Mots entiers',
  signs: { isCaseExact: 'Aa', isSignExact: 'é', isWholeWord: 'abc' },
  options: 'Ce qui compte',
  more: 'Remplacer',
  one: 'Remplacer',
  all: 'Tout remplacer',
  close: 'Fermer la recherche',
  replaced: (count: number) => `${count} ${plural('fr', count, 'passage remplacé', 'passages remplacés')}.`,
  kept: (count: number) =>
    `${count} ${plural('fr', count, 'passage n’a pas pu l’être', 'passages n’ont pas pu l’être')}\u00A0: vous ne pouvez pas y écrire, ou le texte y serait trop long.`,
}

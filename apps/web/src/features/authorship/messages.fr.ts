import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Qui a écrit quoi',
  close: 'Masquer',
  people: 'Auteurs des mots du plan',
  note: 'Survolez un passage, ou placez-y le curseur, pour savoir de qui il est.',
  imported: 'Texte d’origine',
  importedNote: 'venu d’un fichier ou du modèle',
  formerAuthor: 'Une personne dont le compte n’existe plus',
  others: (count: number) => `${count} ${plural('fr', count, 'autre personne', 'autres personnes')}`,
  empty: 'Rien n’est encore écrit.',
  share: (percent: number) => {
    if (percent < 1) return 'moins de 1\u00A0%'
    return percent > 99 && percent < 100 ? 'plus de 99\u00A0%' : `${Math.round(percent)}\u00A0%`
  },
  by: (shares: string) => `Écrit par\u00A0: ${shares}`,
  shareOf: (name: string, share: string) => `${name} (${share})`,
  unsupported: 'Ce navigateur ne sait pas colorer les mots selon leur auteur. Mettez-le à jour.',
}

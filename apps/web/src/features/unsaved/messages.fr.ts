import { plural } from '../../i18n/plural.ts'

export const fr = {
  mark: 'Pas encore enregistré',
  open: (count: number) => `${count} ${plural('fr', count, 'endroit', 'endroits')}`,
  title: (count: number) =>
    `${count} ${plural('fr', count, 'endroit pas encore enregistré', 'endroits pas encore enregistrés')}`,
  note: 'Vos mots partent dès que la connexion revient.',
  more: (count: number) => `et ${count} ${plural('fr', count, 'autre endroit', 'autres endroits')}`,
  settings: 'Réglages du plan',
  bin: 'Élément déplacé ou retiré',
}

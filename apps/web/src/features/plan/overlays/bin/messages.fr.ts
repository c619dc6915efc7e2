import { plural } from '../../../../i18n/plural.ts'

export const fr = {
  title: 'Corbeille',
  find: 'Chercher dans la corbeille',
  kinds: {
    group: 'Groupe d’actions',
    section: 'Partie',
    measure: 'Mesure',
    indicator: 'Indicateur',
    statement: 'Énoncé',
  },
  from: (kind: string, where: string) => `${kind}, ${where}`,
  by: (who: string, when: string) => `Retiré par ${who} ${when}`,
  when: (when: string) => `Retiré ${when}`,
  contents: (count: number) =>
    `Avec ${count} ${plural('fr', count, 'élément qu’il contenait', 'éléments qu’il contenait')}`,
  comesWith: (outer: string) => `Revient avec «\u00A0${outer}\u00A0», qui est aussi dans la corbeille`,
  wordless: 'Sans titre',
  restore: 'Rétablir',
  restoreThe: (name: string) => `Rétablir ${name}`,
  elsewhere: 'Rétablir ailleurs…',
  elsewhereThe: (name: string) => `Rétablir ailleurs ${name}`,
  restored: (name: string) => `${name}\u00A0: rétabli à sa place.`,
  restoredWith: (name: string, outer: string) => `${name}\u00A0: rétabli, avec «\u00A0${outer}\u00A0».`,
  restoredToTray: (name: string) =>
    `${name}\u00A0: rétabli sous «\u00A0À replacer\u00A0», car sa place n’existe plus.`,
  more: 'Afficher la suite',
  none: 'Rien dans la corbeille ne correspond.',
  found: (count: number) => `${count} ${plural('fr', count, 'élément trouvé', 'éléments trouvés')}`,
  empty: 'La corbeille est vide. Ce que l’on retire du plan y attend, avec ses mots.',
  empties: (count: number) =>
    `${count} ${plural('fr', count, 'élément vide n’est pas montré', 'éléments vides ne sont pas montrés')}.`,
}

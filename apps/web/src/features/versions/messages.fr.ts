export const fr = {
  title: 'Versions',
  name: 'Nommer une version',
  nameNote: 'Elle garde le plan tel qu’il est maintenant. Exemple\u00A0: Avant la réunion du 12\u00A0mars',
  nameMissing: 'Donnez un nom à cette version.',
  keep: 'Garder cette version',
  keeping: 'Enregistrement…',
  kept: (name: string) => `La version «\u00A0${name}\u00A0» est gardée.`,
  list: 'Versions gardées',
  none: 'Aucune version n’a encore été gardée.',
  by: (name: string, moment: string) => `Par ${name}, ${moment}`,
  shown: 'Affichée',
}

/** «Cible de l’indicateur 2, action 3, axe 1»; before a word that takes another article: «Cible, fiche 3, axe 1». */
function of(field: string, node: string): string {
  return /^[aeéèêiouy]/i.test(node)
    ? `${field} de l’${node[0]?.toLocaleLowerCase('fr') ?? ''}${node.slice(1)}`
    : `${field}, ${node}`
}

export const fr = {
  of,
  date: 'Année, mois ou jour',
  wrongDate: 'Écrivez une année (2028), un mois (juin 2028) ou un jour (30/06/2028).',
  beforeBaseline: (date: string) => `Cette date vient avant celle de départ (${date}).`,
  tooLong: (length: number, most: number) =>
    `${length} caractères, alors qu’il en faut ${most} au plus\u00A0: ce texte n’est pas enregistré.`,
  theirs: (value: string, name: string | undefined) =>
    `${name ?? 'Quelqu’un d’autre'} vient d’écrire ici «\u00A0${value}\u00A0». Votre texte n’est pas encore enregistré.`,
  emptied: (name: string | undefined) =>
    `${name ?? 'Quelqu’un d’autre'} vient de vider ce champ. Votre texte n’est pas encore enregistré.`,
  keepMine: 'Garder le mien',
  takeTheirs: 'Prendre l’autre',
}

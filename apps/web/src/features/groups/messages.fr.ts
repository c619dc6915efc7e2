export const fr = {
  title: 'Groupes de travail',
  note: 'Un rédacteur qui fait partie d’un groupe n’écrit que les axes de ses groupes. Celui qui n’est dans aucun groupe écrit dans tous les axes.',
  none: 'Aucun groupe\u00A0: tous les rédacteurs écrivent dans tous les axes.',
  nobody: 'Personne',
  writes: (axes: readonly string[]) =>
    `Écrit\u00A0: ${axes.length === 0 ? 'aucun axe' : axes.join('\u202F; ')}`,
  axis: (label: string, number: number, title: string) =>
    title === '' ? `${label} ${number}` : `${label} ${number} – ${title}`,
  add: 'Nouveau groupe',
  change: 'Modifier',
  changeThe: (name: string) => `Modifier le groupe ${name}`,
  remove: 'Supprimer',
  removeThe: (name: string) => `Supprimer le groupe ${name}`,
  removeTitle: (name: string) => `Supprimer le groupe ${name}\u202F?`,
  removeText:
    'Ses membres restent dans le plan. Ceux qui ne sont dans aucun autre groupe pourront écrire dans tous les axes, selon leur rôle.',
  confirmRemove: 'Supprimer le groupe',
  name: 'Nom du groupe',
  nameMissing: 'Donnez un nom au groupe.',
  members: 'Membres du groupe',
  axes: 'Axes que le groupe écrit',
  save: 'Enregistrer le groupe',
  saving: 'Enregistrement du groupe…',
  saved: (name: string) => `Groupe ${name} enregistré.`,
  removed: (name: string) => `Groupe ${name} supprimé.`,
}

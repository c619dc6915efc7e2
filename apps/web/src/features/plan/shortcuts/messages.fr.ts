/** What each key does, in the list of shortcuts. */
const page = {
  undo: 'Annuler ma dernière modification',
  redo: 'Refaire ce qui vient d’être annulé',
  find: 'Chercher dans tout le plan',
  'find-next': 'Passage trouvé suivant',
  'find-previous': 'Passage trouvé précédent',
  replace: 'Chercher et remplacer',
  outline: 'Aller au sommaire',
  sheet: 'Revenir au texte',
  checks: 'Ouvrir les contrôles',
  comment: 'Commenter ce qui est choisi, ou l’endroit où l’on est',
  review: 'Ouvrir les commentaires et les amendements',
  authors: 'Montrer qui a écrit quoi',
  shortcuts: 'Montrer les raccourcis clavier',
}

const field = {
  enter: 'Mesure ou indicateur suivant\u202F; au milieu, couper en deux',
  leave: 'Suivant, même depuis une liste',
  paragraph: 'Nouveau paragraphe dans le même texte',
  indent: 'En faire un sous-point',
  outdent: 'Sous-point\u00A0: remonter d’un niveau, puis en faire une mesure',
  release: 'Après cette touche, Tab passe au champ suivant',
  backspace: 'Au début\u00A0: joindre au précédent, ou retirer s’il est vide',
  delete: 'À la fin\u00A0: faire remonter le suivant',
  moveUp: 'Monter la mesure ou l’action',
  moveDown: 'Descendre la mesure ou l’action',
  bold: 'Gras',
  italic: 'Italique',
  superscript: 'Exposant',
  link: 'Lien',
  bulletList: 'Liste à puces',
  orderedList: 'Liste numérotée',
  pastePlain: 'Coller les mots seuls, dans ce texte',
  insert: 'Dans un texte vide\u00A0: choisir ce qui vient ici',
}

export const fr = {
  title: 'Raccourcis clavier',
  note: 'Tout se fait sans la souris. Entré dans un texte par Tab, on en sort par Tab\u202F; dès qu’on y écrit, Tab fait des sous-points, et Échap lui rend son sens.',
  groups: {
    writing: 'Écrire',
    structure: 'Construire',
    moving: 'Se déplacer',
    page: 'La page',
  },
  page,
  field,
  arrows: 'D’un texte à l’autre',
  tab: 'Champ ou bouton suivant, précédent',
  keys: {
    Shift: 'Maj',
    Enter: 'Entrée',
    Backspace: 'Retour arrière',
    Delete: 'Suppr',
    Escape: 'Échap',
  },
}

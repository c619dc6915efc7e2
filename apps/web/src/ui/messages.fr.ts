export const fr = {
  close: 'Fermer',
  cancel: 'Annuler',
  show: 'Afficher',
  hide: 'Masquer',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  loading: 'Chargement…',
  retry: 'Réessayer',
  toCorrect: 'À corriger',
  failed: 'Cela n’a pas abouti',
}

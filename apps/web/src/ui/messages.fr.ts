export const fr = {
  close: 'Fermer',
  cancel: 'Annuler',
  show: 'Afficher',
  hide: 'Masquer',
  showPassword: 'Afficher le mot de passe',
  hidePassword: 'Masquer le mot de passe',
  loading: 'Chargement…',
  opening: 'Ouverture…',
  retry: 'Réessayer',
  toCorrect: 'À corriger',
  failed: 'Cela n’a pas abouti',
  notFetched:
    'Cette partie de la page n’a pas pu être chargée\u00A0: vérifiez votre connexion, puis recommencez.',
}

export const fr = {
  title: 'Connexion',
  heading: 'Se connecter',
  lead: 'Concerte est l’atelier où s’écrit, à plusieurs, le projet académique.',
  passwordMissing: 'Saisissez votre mot de passe.',
  submit: 'Se connecter',
  submitting: 'Connexion…',
  noAccount:
    'Pas encore de compte\u202F? Il se crée depuis un lien d’invitation, que vous envoie un pilote du plan.',
  setupOpen:
    'Aucun compte n’existe encore. Ouvrez le lien d’installation que le serveur a affiché à son démarrage.',
}

export const fr = {
  title: 'Installation',
  heading: 'Bienvenue dans Concerte',
  lead: 'Créez le premier compte. Il administre Concerte\u00A0: il voit tous les plans et peut y inviter.',
  create: 'Créer le compte',
  creating: 'Création du compte…',
  closed: 'L’installation est déjà faite.',
  signIn: 'Se connecter',
  noToken:
    'Cette adresse est incomplète. Ouvrez le lien d’installation en entier, tel que le serveur l’a affiché à son démarrage.',
}

export const fr = {
  title: 'Invitation',
  heading: (inviter: string) => `${inviter} vous invite à prendre part à un plan`,
  role: (role: string) => `Votre rôle\u00A0: ${role}`,
  acceptAs: (name: string, email: string) => `Vous êtes connecté en tant que ${name} (${email}).`,
  accept: 'Accepter l’invitation',
  accepting: 'Un instant…',
  notYou: 'Prendre un autre compte',
  create: 'Créez votre compte pour accepter',
  createAndAccept: 'Créer le compte et accepter',
  haveAccount: 'Vous avez déjà un compte\u202F?',
  signIn: 'Connectez-vous pour accepter',
  invalid: {
    title: 'Cette invitation n’est pas valable',
    text: 'Le lien a peut-être expiré, été annulé, déjà servi ou été mal recopié. Demandez-en un nouveau à la personne qui vous a invité.',
    home: 'Voir mes plans',
    signIn: 'Se connecter',
  },
}

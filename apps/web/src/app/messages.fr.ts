export const fr = {
  name: 'Concerte',
  skip: 'Aller au contenu',
  accountOf: (name: string) => `Compte de ${name}`,
  language: 'Langue',
  /** Each in its own language, in both catalogues. */
  languages: { fr: 'Français', en: 'English' },
  preferences: 'Préférences sur cet appareil',
  typography: 'Typographie française',
  typographyNote: 'En écrivant\u00A0: ’, «\u00A0», espaces insécables, …, 1ᵉʳ',
  shortcuts: 'Raccourcis clavier',
  signOut: 'Se déconnecter',
  signOutFailed: 'La déconnexion n’a pas abouti\u00A0: vérifiez votre connexion, puis recommencez.',
  leaving: {
    title: 'Se déconnecter et perdre des modifications\u202F?',
    text: 'Des modifications, des commentaires ou des amendements écrits sur cet appareil ne sont pas tous arrivés au serveur. La déconnexion retire de cet appareil les plans gardés, et ces mots avec eux.',
    confirm: 'Se déconnecter et les perdre',
  },
  notFound: {
    title: 'Page introuvable',
    text: 'Cette adresse ne mène à aucune page. Elle a peut-être été mal recopiée, ou le plan n’est plus là.',
    back: 'Voir mes plans',
  },
  broken: {
    title: 'Cette page a rencontré un problème',
    text: 'Rechargez-la\u00A0: ce qui était enregistré l’est toujours. Si cela se reproduit, prévenez la personne qui administre Concerte en disant ce que vous faisiez.',
    reload: 'Recharger la page',
  },
}

export const fr = {
  save: {
    connecting: 'Connexion…',
    reconnectingUnsaved: 'Reconnexion\u00A0: pas encore enregistré',
    reconnectingKept: 'Reconnexion\u00A0: gardé sur cet appareil',
    offline: 'Hors connexion',
    offlineUnsaved: 'Hors connexion\u00A0: pas encore enregistré',
    offlineKept: 'Hors connexion\u00A0: gardé sur cet appareil',
    saving: 'Enregistrement…',
    saved: 'Enregistré',
    readOnly: 'Lecture seule',
    refused: 'Modifications refusées',
    unsupported: 'Page à recharger',
  },
  stop: {
    signedOut:
      'Vous n’êtes plus connecté\u00A0: ce que vous écrivez n’est plus enregistré. Copiez vos derniers mots, connectez-vous, puis rouvrez le plan.',
    signedOutKept:
      'Vous n’êtes plus connecté. Ce que vous avez écrit est gardé sur cet appareil\u00A0: connectez-vous, puis rouvrez le plan pour l’envoyer.',
    outdated: 'Cette page est d’une version antérieure de Concerte\u00A0: rechargez-la.',
    outdatedKept:
      'Cette page est d’une version antérieure de Concerte\u00A0: rechargez-la. Ce que vous avez écrit est gardé sur cet appareil et sera envoyé.',
    outdatedUnsent:
      'Cette page est d’une version antérieure de Concerte. Copiez vos derniers mots, puis rechargez-la.',
    rejected: 'Le serveur n’accepte plus cette page. Rechargez-la pour continuer.',
    forbidden: 'Ce plan n’existe plus, ou vous n’y avez plus accès. Sa copie a été retirée de cet appareil.',
  },
  reload: 'Recharger la page',
  signIn: 'Se connecter',
  toPlans: 'Voir la liste des plans',
}

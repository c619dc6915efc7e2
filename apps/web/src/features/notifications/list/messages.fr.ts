export const fr = {
  title: 'Notifications',
  lead: 'Ce qui vous concerne dans tous vos plans\u00A0: quand on vous cite, vous répond, vous confie une discussion, ou décide de vos amendements.',
  untitled: 'Plan sans titre',
  none: 'Rien de nouveau. Vous serez prévenu ici quand quelqu’un vous cite, vous répond ou décide d’un de vos amendements.',
  noneUnread: 'Vous avez tout lu.',
  unread: 'Non lue',
  all: 'Toutes les notifications',
  readAll: 'Tout marquer comme lu',
  onlyUnread: 'Non lues seulement',
  newest: 'Les cent plus récentes sont montrées.',
  quote: (words: string) => `«\u00A0${words}\u00A0»`,
  reason: (words: string) => `Motif\u00A0: ${words}`,
  sentences: {
    mention: (by: string) => `${by} vous cite dans un commentaire`,
    reply: (by: string) => `${by} a écrit dans une discussion que vous suivez`,
    assignment: (by: string) => `${by} vous confie une discussion`,
    cosign: (by: string, number: number) => `${by} vous propose de cosigner l’amendement\u00A0${number}`,
    phase: (by: string, phase: string) =>
      `${by} a fait passer le plan à une autre phase\u00A0: ${phase.toLocaleLowerCase('fr')}`,
    approval: (by: string) => `${by} attend votre approbation du plan`,
    sealed: (by: string) => `${by} a scellé la version finale du plan`,
    invitation: (by: string, role: string) => `${by} a rejoint le plan par votre invitation (${role})`,
    role: (by: string, role: string) => `${by} a changé votre rôle dans le plan\u00A0: ${role}`,
  },
  fates: {
    accepted: (by: string, number: number) => `${by} a accepté l’amendement\u00A0${number}`,
    acceptedWithChanges: (by: string, number: number) =>
      `${by} a accepté l’amendement\u00A0${number} avec des changements`,
    merged: (by: string, number: number) => `${by} a réuni l’amendement\u00A0${number} avec un autre`,
    refused: (by: string, number: number) => `${by} n’a pas retenu l’amendement\u00A0${number}`,
    referred: (by: string, number: number) =>
      `${by} a renvoyé l’amendement\u00A0${number} à un groupe ou à plus tard`,
    obsolete: (by: string, number: number) => `${by} a déclaré l’amendement\u00A0${number} sans objet`,
    open: (by: string, number: number) => `${by} a rouvert l’amendement\u00A0${number}`,
    collision: (_by: string, number: number) =>
      `Le passage que vise l’amendement\u00A0${number} vient de changer`,
    done: (_by: string, number: number) =>
      `Ce que propose l’amendement\u00A0${number} est maintenant dans le plan`,
    gone: (_by: string, number: number) =>
      `Le passage que vise l’amendement\u00A0${number} n’est plus dans le plan`,
    other: (by: string, number: number) => `${by} s’est prononcé sur l’amendement\u00A0${number}`,
  },
  mail: {
    title: 'Par e-mail',
    lead: 'Tout se voit toujours ici. Choisissez ce qui vous est aussi envoyé par e-mail.',
    off: 'Ce serveur n’envoie pas d’e-mails\u00A0: vos notifications se lisent ici.',
    saved: 'Enregistré',
    choices: { immediate: 'Tout de suite', daily: 'Une fois par jour', none: 'Jamais' },
    kinds: {
      mention: 'Quelqu’un vous cite dans un commentaire',
      assignment: 'Une discussion vous est confiée',
      reply: 'On écrit dans une discussion que vous suivez',
      cosign: 'On vous propose de cosigner un amendement',
      decision: 'Un de vos amendements connaît une suite',
      approval: 'Votre approbation du plan est attendue',
      phase: 'Le plan passe à une autre phase',
      sealed: 'La version finale est scellée',
      invitation: 'Quelqu’un rejoint le plan par votre invitation',
      role: 'Votre rôle change',
    },
  },
}

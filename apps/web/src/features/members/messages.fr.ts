import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Membres',
  people: 'Qui prend part au plan',
  nobody:
    'Personne n’a encore été invité. Les administrateurs de Concerte pilotent tous les plans, sans figurer dans cette liste.',
  you: '(vous)',
  roleOf: (name: string) => `Rôle de ${name}`,
  remove: 'Retirer',
  removeOf: (name: string) => `Retirer ${name} du plan`,
  removeTitle: (name: string) => `Retirer ${name} du plan\u202F?`,
  removeText: 'Cette personne ne pourra plus ouvrir le plan. Ce qu’elle y a écrit reste.',
  removeYourself:
    'Vous ne pourrez plus ouvrir ce plan, sauf nouvelle invitation. Ce que vous y avez écrit reste.',
  confirmRemove: 'Retirer du plan',
  roleChanged: (name: string, role: string) => `${name} est maintenant ${role}.`,
  removed: (name: string) => `${name} ne prend plus part au plan.`,
  invite: 'Inviter par un lien',
  inviteNote: 'Le lien donne accès au plan à qui le reçoit\u00A0: envoyez-le aux seules personnes attendues.',
  role: 'Rôle',
  duration: 'Valable',
  durations: { '1': '1\u00A0jour', '7': '7\u00A0jours', '30': '30\u00A0jours', '365': '1\u00A0an' },
  audience: 'Pour',
  audiences: { one: 'Une seule personne', many: 'Plusieurs personnes' },
  create: 'Créer le lien',
  creating: 'Création du lien…',
  linkTitle: 'Lien d’invitation',
  linkNote: 'Copiez-le maintenant\u00A0: il ne sera plus affiché.',
  copy: 'Copier le lien',
  copied: 'Lien copié.',
  notCopied: 'La copie n’a pas abouti\u00A0: sélectionnez le lien et copiez-le vous-même.',
  links: 'Liens créés',
  noLink: 'Aucun lien n’a encore été créé.',
  linkFor: (role: string, isReusable: boolean) =>
    isReusable ? `${role}, pour plusieurs personnes` : `${role}, pour une personne`,
  createdBy: (name: string, moment: string) => `Créé par ${name} ${moment}`,
  until: (day: string) => `valable jusqu’au ${day}`,
  uses: (count: number) =>
    count === 0
      ? 'pas encore utilisé'
      : `utilisé par ${count} ${plural('fr', count, 'personne', 'personnes')}`,
  states: { open: 'En cours', used: 'Utilisé', expired: 'Expiré', revoked: 'Annulé' },
  revoke: 'Annuler ce lien',
  revokeOf: (link: string) => `Annuler ce lien\u00A0: ${link}`,
  revoked: 'Le lien est annulé\u00A0: il ne donne plus accès au plan.',
}

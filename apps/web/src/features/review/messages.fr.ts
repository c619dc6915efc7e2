import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Relecture',
  tabs: { threads: 'Commentaires', amendments: 'Amendements' },
  parts: 'Commentaires et amendements',

  bar: {
    label: 'Sur le passage choisi',
    comment: 'Commenter',
    propose: 'Proposer une autre rédaction',
  },

  /** Texts of the plan that have no other name. */
  texts: {
    title: 'Titre',
    slogan: 'Accroche',
    introduction: 'Introduction',
    body: 'Texte',
    signatory: 'Signataire',
    academy: 'Académie',
    mention: 'Mention',
    text: 'Texte',
  },

  filters: {
    label: 'Commentaires à montrer',
    state: 'Lesquels',
    states: {
      open: 'Ouverts',
      unread: 'Non lus',
      mine: 'Qui me concernent',
      unplaced: 'Sans place dans le plan',
      resolved: 'Résolus',
      all: 'Tous',
    },
    place: 'Où',
    everywhere: 'Tout le plan',
    groups: 'Groupes de travail',
    axes: 'Axes',
    search: 'Chercher dans les commentaires',
  },
  count: (count: number) => (count === 0 ? 'Aucun fil' : `${count} ${plural('fr', count, 'fil', 'fils')}`),
  more: (count: number) => `En montrer ${count} de plus`,
  onNode: (place: string) => `Seulement\u00A0: ${place}`,
  everything: 'Montrer tous les fils',
  whole: 'Commenter le plan entier',

  empty: {
    none: 'Personne n’a encore commenté ce plan.',
    how: 'Choisissez des mots dans le plan, ou ouvrez le menu d’une mesure, d’une action ou d’un axe, puis «\u00A0Commenter\u00A0».',
    read: 'Les commentaires des relecteurs et des rédacteurs s’afficheront ici.',
    filtered: 'Aucun fil ne répond à ces choix.',
  },

  new: 'Nouveau commentaire',
  choice: {
    open: 'Choisir des mots',
    label: 'Mots à commenter',
    labelOf: (text: string) => `Mots à commenter (${text.toLocaleLowerCase('fr')})`,
    how: 'Sélectionnez-les\u00A0: au clavier, avec Maj et les flèches.',
  },
  comment: 'Commentaire',
  reply: 'Répondre',
  replyLabel: (number: number) => `Réponse au fil ${number}`,
  send: 'Commenter',
  save: 'Enregistrer',
  cancel: 'Annuler',
  mentionHint: 'Écrivez @ pour nommer quelqu’un. Contrôle et Entrée\u00A0: envoyer.',
  mentions: 'Personnes à nommer',
  suggested: (count: number) =>
    count === 0
      ? 'Personne de ce nom.'
      : `${count} ${plural('fr', count, 'personne', 'personnes')}\u00A0: flèches, puis Entrée.`,
  notSent: 'Pas encore envoyé. Vos mots restent ici.',

  outbox: {
    title: 'Commentaires pas encore envoyés',
    waits: 'Pas encore envoyé\u00A0: gardé sur cet appareil, il partira dès que possible.',
    retry: 'Envoyer maintenant',
    drop: 'Ne pas envoyer',
  },

  thread: (number: number) => `Fil ${number}\u00A0:`,
  gone: 'passage supprimé',
  inBin: 'dans la corbeille',
  nowhere: 'Sans place dans le plan',
  ofAmendment: 'Sur un amendement',
  resolvedBy: (name: string, when: string) => `Résolu par ${name} ${when}`,
  resolve: 'Résoudre',
  reopen: 'Rouvrir',
  copy: 'Copier le lien',
  copied: 'Lien copié.',
  notCopied: 'Le lien n’a pas pu être copié.',
  assign: 'Confié à',
  nobody: 'personne',
  assignedTo: (name: string) => `Confié à ${name}`,
  edit: 'Modifier',
  editOf: (number: number) => `Modifier votre commentaire ${number}`,
  remove: 'Supprimer',
  removeOf: (number: number) => `Supprimer votre commentaire ${number}`,
  removed: 'Commentaire supprimé.',
  edited: 'modifié',
  replies: (count: number) => `${count} ${plural('fr', count, 'réponse', 'réponses')}`,
  unread: 'Non lu',
  someone: 'Quelqu’un',
  said: (name: string, place: string) => `${name} a commenté\u00A0: ${place}.`,
  saidResolved: 'Fil résolu.',
  saidReopened: 'Fil rouvert.',
  unknownThread: 'Ce fil de commentaires n’existe pas dans ce plan.',
}

import { plural } from '../../i18n/plural.ts'

export const fr = {
  title: 'Étapes et validation',
  titleOf: (plan: string) => `Étapes et validation · ${plan}`,
  lead: 'Où en est le plan, qui l’approuve, et comment il devient définitif.',
  toPlan: 'Revenir au plan',
  cancel: 'Annuler',

  steps: {
    title: 'Les étapes',
    current: 'étape actuelle',
    opened: (when: string) => `Ouverte ${when}`,
    openedBy: (name: string, when: string) => `Ouverte par ${name}, ${when}`,
    from: (day: string) => `À partir du ${day}`,
    until: (day: string) => `Jusqu’au ${day}`,
    between: (from: string, to: string) => `Du ${from} au ${to}`,
    setDays: 'Fixer les dates',
    changeDays: 'Changer les dates',
    daysOf: (phase: string) => `Dates de l’étape «\u00A0${phase}\u00A0»`,
    startsOn: 'Premier jour',
    endsOn: 'Dernier jour',
    wrongOrder: 'Le dernier jour vient avant le premier. Changez l’un des deux.',
    save: 'Enregistrer les dates',
    saving: 'Enregistrement…',
    move: 'Passer à cette étape',
    back: 'Revenir à cette étape',
    /** A button among several that read the same. */
    of: (words: string, phase: string) => `${words}\u00A0: ${phase}`,
    moving: 'Changement d’étape…',
    movedTo: (phase: string) => `Le plan est maintenant à l’étape «\u00A0${phase}\u00A0».`,
    bySeal: 'On y arrive en scellant le plan, quand le texte est approuvé.',
  },

  policy: {
    title: 'Qui peut faire quoi',
    note: 'Un rédacteur qui fait partie d’un groupe de travail écrit, et décide des amendements, dans les axes de ses groupes seulement. Dans un axe validé, personne n’écrit.',
    phase: 'À l’étape',
    caption: (phase: string) => `Ce que chaque rôle peut faire à l’étape «\u00A0${phase}\u00A0»`,
    ability: 'Action',
    who: 'Qui',
    everyone: 'tous les membres',
    everywhere: (who: string) => `${who}, partout`,
    texts: (who: string) => `${who}, dans les textes`,
    between: '\u202F; ',
    named: 'les personnes désignées, quel que soit leur rôle',
    abilities: {
      read: 'Lire et exporter le plan',
      write: 'Écrire dans le plan',
      comment: 'Commenter',
      propose: 'Proposer et soutenir des amendements',
      decide: 'Décider des amendements',
      nameVersion: 'Nommer des versions',
      restore: 'Rétablir une version',
      manage: 'Gérer les membres, les groupes et les étapes',
      readTrail: 'Consulter le journal du plan',
      approve: 'Approuver le texte',
      seal: 'Sceller le plan',
      reopen: 'Rouvrir le plan',
    },
  },

  approvals: {
    title: 'Approbations',
    lead: 'Chaque personne désignée approuve le même texte, à la lettre près. Si le texte change, les accords donnés ne valent plus.',
    text: 'Empreinte du texte actuel',
    none: 'Personne n’est encore désigné pour approuver le texte.',
    list: 'Qui approuve',
    approved: (when: string) => `A approuvé ce texte, ${when}`,
    changed: (when: string) => `Avait approuvé, ${when}\u202F; le texte a changé depuis`,
    waiting: 'N’a pas encore approuvé',
    later: 'Approuvera à l’étape de validation',
    approve: 'J’approuve ce texte',
    approving: 'Enregistrement…',
    readFirst: 'Lire le plan',
    withdraw: 'Retirer mon accord',
    youApproved: 'Vous avez approuvé ce texte.',
    youWithdrew: 'Vous avez retiré votre accord.',
    askYou: 'Votre accord est demandé. Lisez le plan, puis approuvez ce texte.',
    name: 'Désigner qui approuve',
    change: 'Changer qui approuve',
    people: 'Membres du plan',
    save: 'Enregistrer',
    saving: 'Enregistrement…',
    you: '(vous)',
  },

  readiness: {
    title: 'Avant de sceller',
    lead: 'Rien de cela n’empêche de sceller, sauf les accords qui manquent. Mais ce qui reste ouvert le restera dans la version définitive.',
    approved: (given: number, asked: number) =>
      asked === 0
        ? 'Personne n’est désigné pour approuver'
        : `${given} ${plural('fr', given, 'accord', 'accords')} sur ${asked}`,
    findings: (count: number) =>
      count === 0
        ? 'Les contrôles n’ont rien à signaler'
        : `${count} ${plural('fr', count, 'point signalé', 'points signalés')} par les contrôles`,
    unplaced: (count: number) =>
      count === 0
        ? 'Tout a sa place dans le plan'
        : `${count} ${plural('fr', count, 'élément', 'éléments')} à replacer`,
    threads: (count: number) =>
      count === 0
        ? 'Toutes les discussions sont closes'
        : `${count} ${plural('fr', count, 'discussion ouverte', 'discussions ouvertes')}`,
    amendments: (count: number) =>
      count === 0
        ? 'Tous les amendements ont leur réponse'
        : `${count} ${plural('fr', count, 'amendement', 'amendements')} sans réponse`,
    locks: (locked: number, all: number) =>
      `${locked} ${plural('fr', locked, 'axe validé', 'axes validés')} sur ${all}`,
    see: 'Voir',
    seeThe: {
      findings: 'Voir les contrôles dans le plan',
      unplaced: 'Voir dans le plan ce qui est à replacer',
      threads: 'Voir les discussions dans le plan',
      amendments: 'Voir les amendements',
      locks: 'Voir les axes dans le plan',
    },
    notYet: 'Un plan se scelle à l’étape de validation.',
    byLead: 'Un pilote du plan le scellera.',
    seal: 'Sceller le plan…',
    waits: 'Il manque des accords sur le texte tel qu’il est.',
  },

  seal: {
    title: 'Sceller le plan',
    versionName: (revision: number) =>
      revision === 1 ? 'Version finale' : `Version finale, révision ${revision}`,
    text: 'Le plan devient définitif\u00A0: plus personne n’y écrit. Sa page publique s’ouvre, lisible par tous sans compte, avec le PDF et les autres fichiers à côté.',
    undo: 'Un pilote pourra le rouvrir en disant pourquoi\u202F; ce qui est scellé restera à son adresse.',
    still: (list: string) => `Restent ouverts\u00A0: ${list}.`,
    confirm: 'Sceller',
    sealing: 'Fabrication des fichiers…',
    sealed: 'Le plan est scellé. Sa page publique est ouverte.',
  },

  sealed: {
    title: 'Version officielle',
    which: (revision: number, day: string) => `Révision ${revision}, scellée le ${day}`,
    by: (name: string) => `par ${name}`,
    address: 'Adresse publique',
    open: 'Ouvrir la page publique',
    copy: 'Copier l’adresse',
    copied: 'Adresse copiée.',
    copyFailed: 'Sélectionnez l’adresse pour la copier.',
    files: 'Fichiers',
    formats: { html: 'Page HTML', pdf: 'PDF', md: 'Markdown', json: 'JSON' },
    size: (kilobytes: string) => `${kilobytes}\u00A0ko`,
    hash: 'Empreinte du texte (SHA-256)',
    former: 'Révisions précédentes',
    reopenedNote: (revision: number) =>
      `Le plan a été rouvert\u00A0: la révision ${revision} est en cours. Ce qui suit est la dernière version officielle.`,
  },

  final: {
    text: 'Ce plan est définitif\u00A0: plus personne n’y écrit.',
    official: 'Lire la version officielle',
  },

  reopening: {
    open: 'Rouvrir le plan…',
    title: 'Rouvrir le plan',
    text: 'Le plan redevient modifiable, dans une nouvelle révision. La version scellée reste à son adresse, telle quelle, jusqu’à ce qu’une autre la remplace.',
    reason: 'Pourquoi le rouvrir\u202F?',
    reasonNote: 'Votre raison sera inscrite au journal du plan.',
    reasonMissing: 'Dites pourquoi vous rouvrez le plan.',
    phase: 'Reprendre à l’étape',
    confirm: 'Rouvrir',
    pending: 'Réouverture…',
  },
}

import { plural } from '../../i18n/plural.ts'

/** Names of the texts, as a screen reader says them. `number` is undefined for what has no number (the tray). */
const fields = {
  coverTitle: 'Titre du plan',
  coverAcademy: 'Académie',
  coverSlogan: 'Devise du plan',
  coverMention: 'Mention de la couverture',
  sectionTitle: (kind: string) => `Titre de la partie «\u00A0${kind}\u00A0»`,
  sectionBody: (kind: string) => `Texte de la partie «\u00A0${kind}\u00A0»`,
  sectionSignatory: (kind: string) => `Signataire de la partie «\u00A0${kind}\u00A0»`,
  axisTitle: (axis: string) => `Titre, ${axis}`,
  axisSlogan: (axis: string) => `Accroche, ${axis}`,
  axisIntroduction: (axis: string) => `Introduction, ${axis}`,
  groupTitle: (group: string) => `Titre, ${group}`,
  actionTitle: (action: string) => `Titre, ${action}`,
  entry: (kind: string, position: number, owner: string) => `${kind} ${position}, ${owner}`,
}

export const fr = {
  untitled: 'Plan sans titre',
  back: 'Tous les plans',
  skip: 'Aller au plan',
  long: 'Ce plan est long\u00A0: ses actions apparaissent à mesure que l’on avance.',
  opening: 'Ouverture du plan…',
  conflict:
    'Quelqu’un d’autre vient de changer cet endroit\u00A0: rien n’a été fait. Regardez, puis recommencez.',

  load: {
    gone: 'Ce plan n’existe pas, ou vous n’y avez pas accès',
    goneText: 'Vérifiez l’adresse, ou demandez à un pilote du plan de vous y inviter.',
    failed: 'Le plan n’a pas pu être ouvert',
    toPlans: 'Voir la liste des plans',
  },

  bar: {
    versions: 'Versions',
    members: 'Membres',
    settings: 'Réglages',
    checks: 'Contrôles',
    openChecks: 'Contrôles du plan',
    openChecksCount: (count: number) =>
      `Contrôles du plan\u00A0: ${count} ${plural('fr', count, 'point ouvert', 'points ouverts')}`,
    undo: 'Annuler la dernière modification',
    redo: 'Refaire la modification annulée',
    more: 'Autres commandes',
    moreWord: 'Plus',
    shown: 'affiché',
    here: (names: string) => `Ici\u00A0: ${names}`,
  },

  version: {
    banner: (name: string, by: string, when: string) =>
      `Version «\u00A0${name}\u00A0», enregistrée par ${by} ${when}.`,
    named: (name: string, when: string) => `Version «\u00A0${name}\u00A0», enregistrée ${when}.`,
    automatic: (number: number, when: string) => `Version automatique ${number}, gardée ${when}.`,
    readOnly: 'Elle ne change plus.',
    compare: 'Comparer avec le plan en cours',
    back: 'Revenir au plan en cours',
  },

  rights: {
    /** Why something cannot be done, said when one tries. */
    why: {
      'plan-final': 'Le plan est dans sa version finale\u00A0: il ne change plus.',
      forbidden: 'Votre rôle dans ce plan permet de le lire, pas de le modifier.',
      phase: 'La phase actuelle du plan ne permet pas à votre rôle d’y écrire.',
      structure: 'Seul un pilote peut organiser les axes, les parties et les réglages du plan.',
      'not-your-axis': 'Votre groupe de travail n’écrit pas cette partie du plan.',
      'axis-locked': 'Cet axe est validé\u00A0: il ne change plus, sauf si un pilote le rouvre.',
    },
    changed: 'Ce que vous pouvez écrire dans ce plan vient de changer.',
    phaseNow: (phase: string) => `Le plan passe à la phase «\u00A0${phase}\u00A0».`,
    notYourAxis: 'Votre groupe n’écrit pas cet axe.',
    notYourPart: 'Votre groupe n’écrit pas cette partie.',
  },
  lock: {
    mark: 'Axe validé',
    markBy: (name: string, when: string) => `Axe validé par ${name} ${when}`,
    markWhen: (when: string) => `Axe validé ${when}`,
    locked: (axis: string) => `${axis}\u00A0: validé. Plus personne ne peut le modifier.`,
    unlocked: (axis: string) => `${axis}\u00A0: rouvert à la rédaction.`,
  },

  outline: {
    label: 'Sommaire du plan',
    open: 'Sommaire',
    close: 'Fermer le sommaire',
    cover: 'Couverture',
    fold: (name: string) => `Replier ${name}`,
    unfold: (name: string) => `Déplier ${name}`,
    foldAll: 'Tout replier',
    unfoldAll: 'Tout déplier',
    tray: 'À replacer',
    noTitle: 'Sans titre',
  },

  names: {
    axis: (label: string, number: number | undefined) =>
      number === undefined ? `${label} à replacer` : `${label.toLocaleLowerCase('fr')} ${number}`,
    action: (label: string, number: number | undefined, axis: string) =>
      number === undefined
        ? `${label.toLocaleLowerCase('fr')} à replacer`
        : `${label.toLocaleLowerCase('fr')} ${number}, ${axis}`,
    section: 'Partie',
    group: 'Groupe d’actions',
    groupOf: (position: number, axis: string) => `groupe d’actions ${position}, ${axis}`,
    /** What holds entries, where it has several lists of the same kind. */
    listOf: (heading: string, owner: string) => `${heading}, ${owner}`,
  },
  kinds: { measure: 'Mesure', indicator: 'Indicateur', statement: 'Énoncé' },
  fields,

  proposeHere: (name: string) => `Proposer un texte\u00A0: ${name}`,
  placeholder: {
    coverTitle: 'Titre du plan',
    coverAcademy: 'Académie de…',
    coverSlogan: 'Une devise',
    coverMention: 'Une mention',
    sectionTitle: 'Titre',
    sectionBody: 'Écrivez ici',
    signatory: 'Nom et fonction de qui signe',
    axisTitle: 'Titre de l’axe',
    axisSlogan: 'Une accroche',
    introduction: 'Une introduction',
    groupTitle: 'pour les élèves, pour le personnel…',
    actionTitle: 'Titre de l’action',
    measure: 'Ce qui sera fait',
    indicator: 'Ce qui dira si cela a marché',
    statement: 'Écrivez ici',
  },
  newerText:
    'Cette partie vient d’une version plus récente de Concerte\u00A0: elle se lit ici, mais ne peut pas y être modifiée. Rechargez la page.',

  add: {
    measure: 'Mesure',
    indicator: 'Indicateur',
    statement: 'Énoncé',
    entryTo: (kind: string, owner: string) => `${kind} à ajouter, ${owner}`,
    entryUnder: (kind: string, heading: string, owner: string) =>
      `${kind} à ajouter sous «\u00A0${heading}\u00A0», ${owner}`,
    action: 'Action',
    actionTo: (owner: string) => `Action à ajouter, ${owner}`,
    group: 'Groupe d’actions',
    groupTo: (owner: string) => `Groupe d’actions à ajouter, ${owner}`,
    axis: 'Axe',
    axisTo: 'Axe à ajouter à la fin du plan',
    front: 'Partie liminaire',
    frontTo: 'Partie liminaire à ajouter avant les axes',
    back: 'Annexe',
    backTo: 'Annexe à ajouter après les axes',
  },

  menu: {
    of: (name: string) => `Options\u00A0: ${name}`,
    up: 'Monter',
    down: 'Descendre',
    carry: 'Déplacer avec les flèches…',
    move: 'Déplacer vers…',
    before: 'Ajouter avant',
    after: 'Ajouter après',
    copy: 'Copier',
    paste: 'Coller ici…',
    group: 'Mettre dans un nouveau groupe',
    dissolve: 'Dissoudre le groupe',
    colour: 'Couleur de l’axe…',
    lock: 'Valider l’axe (plus personne n’y écrit)',
    unlock: 'Rouvrir l’axe à la rédaction',
    comment: 'Commenter',
    proposeText: 'Proposer une autre rédaction',
    proposeAdd: 'Proposer un ajout…',
    proposeMove: 'Proposer un déplacement…',
    proposeWithdraw: 'Proposer le retrait',
    remove: 'Mettre à la corbeille',
  },
  menuKeys: { up: 'Alt + ↑', down: 'Alt + ↓' },
  atEdge: 'Déjà à l’extrémité de sa liste',
  removed: (name: string) =>
    `${name.charAt(0).toLocaleUpperCase('fr')}${name.slice(1)}\u00A0: dans la corbeille.`,
  takeBack: 'Annuler',

  move: {
    title: 'Déplacer',
    question: (name: string) => `Où placer «\u00A0${name}\u00A0»\u202F?`,
    filter: 'Chercher un endroit',
    none: 'Aucun endroit ne correspond.',
    toFront: 'Avant les axes',
    toBack: 'Après les axes',
    toAxes: 'Parmi les axes',
    outside: (axis: string) => `${axis}, hors groupe`,
    moved: (name: string, where: string) => `${name}\u00A0: placé dans ${where}.`,
  },

  action: {
    details: 'Préciser l’action',
    announcedTitle: 'Titre annoncé',
    announcedTitleNote: 'Le titre plus court que la page de l’axe donne à cette action.',
    lead: 'Pilote',
    partners: 'Partenaires',
    schedule: 'Calendrier',
    continues: 'Dans la suite de',
  },
  indicator: {
    details: 'Préciser l’indicateur',
    kind: 'Nature',
    kinds: {
      count: 'Nombre',
      rate: 'Taux',
      change: 'Évolution',
      survey: 'Enquête',
      deliverable: 'Production attendue',
    },
    noKind: 'Non précisée',
    unit: 'Unité',
    baseline: 'Valeur de départ',
    baselineDate: 'Date de départ',
    target: 'Cible',
    targetDate: 'Date de la cible',
    source: 'Source',
    frequency: 'Fréquence',
  },

  period: (start: number, end: number) => (start === end ? String(start) : `${start}-${end}`),

  tray: {
    title: 'À replacer',
    text: 'L’endroit où ces éléments se trouvaient n’existe plus. Leurs mots sont intacts\u00A0: donnez-leur une nouvelle place.',
    place: 'Replacer…',
  },
  bin: { open: (count: number) => `Corbeille (${count})` },

  colour: {
    title: 'Couleur de l’axe',
    choice: 'Palette',
    named: ['Bleu', 'Grenat', 'Brique', 'Vert', 'Violet', 'Ocre', 'Canard', 'Prune'].join(','),
    byNumber: 'Celle de son numéro',
    own: 'Une autre couleur',
    ownNote: 'Six chiffres hexadécimaux, par exemple #0b5c8f.',
    wrong: 'Écrivez une couleur comme #0b5c8f.',
    contrast: (ratio: string) =>
      `Contraste avec le blanc\u00A0: ${ratio}. Il en faut 4,5 pour que le titre se lise bien.`,
    apply: 'Prendre cette couleur',
    tooLight: 'Cette couleur est trop claire pour porter un titre blanc.',
  },

  link: {
    title: 'Lien',
    address: 'Adresse',
    note: 'Une page (www.education.gouv.fr) ou une adresse électronique.',
    wrong: 'Écrivez une adresse complète, par exemple https://www.education.gouv.fr.',
    apply: 'Mettre le lien',
    remove: 'Retirer le lien',
  },
}

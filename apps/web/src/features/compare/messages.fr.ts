import type { ComparedKind } from '@concerte/schema'

import { plural } from '../../i18n/plural.ts'

type Noun = { one: string; other: string; isFeminine: boolean }
type Became = 'added' | 'withdrawn' | 'moved' | 'reworded'

const nouns: Record<ComparedKind, Noun> = {
  cover: { one: 'couverture', other: 'couvertures', isFeminine: true },
  section: { one: 'partie', other: 'parties', isFeminine: true },
  axis: { one: 'axe', other: 'axes', isFeminine: false },
  group: { one: 'groupe d’actions', other: 'groupes d’actions', isFeminine: false },
  action: { one: 'action', other: 'actions', isFeminine: true },
  measure: { one: 'mesure', other: 'mesures', isFeminine: true },
  indicator: { one: 'indicateur', other: 'indicateurs', isFeminine: false },
  statement: { one: 'énoncé', other: 'énoncés', isFeminine: false },
}

const became: Record<Became, string> = {
  added: 'ajouté',
  withdrawn: 'retiré',
  moved: 'déplacé',
  reworded: 'réécrit',
}

function agreed(kind: ComparedKind, change: Became, count = 1): string {
  return `${became[change]}${nouns[kind].isFeminine ? 'e' : ''}${plural('fr', count, '', 's')}`
}

const targets: Record<'raised' | 'lowered' | 'set' | 'removed' | 'changed', [one: string, other: string]> = {
  raised: ['relevée', 'relevées'],
  lowered: ['abaissée', 'abaissées'],
  set: ['fixée', 'fixées'],
  removed: ['retirée', 'retirées'],
  changed: ['modifiée', 'modifiées'],
}

export const fr = {
  diff: {
    added: '[ajouté\u00A0: ',
    removed: '[retiré\u00A0: ',
    end: '] ',
    addedBreak: '[paragraphe coupé ici] ',
    removedBreak: '[paragraphes réunis ici] ',
    restyled: '[autre mise en forme\u00A0: ',
    relisted: '[présenté autrement] ',
    unfold: 'Tout le texte',
    fold: 'Seulement les changements',
  },

  summary: {
    title: 'En résumé',
    /** «12 mesures ajoutées» */
    nodes: (kind: ComparedKind, change: Became, count: number) =>
      `${count} ${plural('fr', count, nouns[kind].one, nouns[kind].other)} ${agreed(kind, change, count)}`,
    cover: 'couverture modifiée',
    targets: (change: keyof typeof targets, count: number) =>
      `${count} ${plural('fr', count, 'cible', 'cibles')} ${plural('fr', count, ...targets[change])}`,
    values: (count: number) => `${count} ${plural('fr', count, 'champ modifié', 'champs modifiés')}`,
    template: (count: number) =>
      `${count} ${plural('fr', count, 'changement dans la trame', 'changements dans la trame')}`,
    same: 'Rien n’a changé.',
  },

  filters: {
    name: 'Filtrer les changements',
    place: 'Où',
    wholePlan: 'Tout le plan',
    what: 'Quoi',
    all: 'Tous les changements',
    added: 'Ajouts',
    withdrawn: 'Retraits',
    moved: 'Déplacements',
    words: 'Textes réécrits',
    values: 'Champs modifiés',
    count: (count: number) => `${count} ${plural('fr', count, 'endroit', 'endroits')}`,
    none: 'Aucun changement de cette sorte ici.',
    more: (count: number) => `Afficher ${count} ${plural('fr', count, 'endroit', 'endroits')} de plus`,
  },

  parts: {
    cover: 'Couverture',
    template: 'Trame',
    front: 'Avant les axes',
    back: 'Après les axes',
    tray: 'À replacer',
  },
  kinds: {
    cover: 'Couverture',
    section: 'Partie',
    axis: 'Axe',
    group: 'Groupe d’actions',
    action: 'Action',
    measure: 'Mesure',
    indicator: 'Indicateur',
    statement: 'Énoncé',
  },
  untitled: 'Sans titre',
  named: (name: string, title: string) => `${name}\u00A0: ${title}`,
  became: (kind: ComparedKind, change: Became) => agreed(kind, change),
  movedFrom: (place: string) => `Venait de\u00A0: ${place}`,
  movedWithin: (name: string) => `Place d’avant\u00A0: ${name}`,
  movedInList: 'A changé de place parmi ses voisins',
  wasInTray: 'Attendait d’être replacé',
  isInTray: 'Attend d’être replacé',
  movedMatter: 'Est passé de l’autre côté des axes',
  notFilled: 'non renseigné',

  slots: {
    axis: 'Page d’un axe',
    action: 'Page d’une action',
    introduction: 'Introduction',
    added: 'ajoutée',
    withdrawn: 'retirée',
    moved: 'déplacée',
  },

  fields: {
    title: 'Titre',
    academy: 'Académie',
    slogan: 'Accroche',
    mention: 'Mention',
    period: 'Période',
    website: 'Site',
    body: 'Texte',
    text: 'Texte',
    signatory: 'Signataire',
    introduction: 'Introduction',
    colour: 'Couleur',
    announcedTitle: 'Titre annoncé',
    lead: 'Pilote',
    partners: 'Partenaires',
    schedule: 'Calendrier',
    continues: 'Dans la suite de',
    kind: 'Nature',
    unit: 'Unité',
    baseline: 'Valeur de départ',
    target: 'Cible',
    source: 'Source',
    frequency: 'Fréquence',
    name: 'Nom de la trame',
    axisLabel: 'Nom des axes',
    actionLabel: 'Nom des actions',
    forewordLabel: 'Nom de l’avant-propos',
    numbering: 'Numéros des actions',
    heading: 'Intitulé',
    headingOne: 'Intitulé au singulier',
    entryType: 'Contenu',
    retired: 'Emploi',
  },
  values: {
    count: 'Nombre',
    rate: 'Taux',
    change: 'Évolution',
    survey: 'Enquête',
    deliverable: 'Production attendue',
    foreword: 'Avant les axes',
    annex: 'Après les axes',
    measure: 'Mesures',
    indicator: 'Indicateurs',
    statement: 'Énoncés',
    retired: 'Plus proposée',
    perAxis: 'Dans chaque axe',
    continuous: 'Dans tout le plan',
  },
}

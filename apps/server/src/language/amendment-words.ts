import type { Fate } from '@concerte/api'

import type { Language } from './language.ts'

type Quoted = { before: string; after: string }

/** What tables say of amendments; the plan's own words stay in French. */
export type AmendmentWords = {
  /** Headings of the columns, in their order. */
  columns: {
    number: string
    author: string
    cosigners: string
    groups: string
    proposedAt: string
    changedAt: string
    axis: string
    action: string
    place: string
    proposal: string
    reason: string
    supporters: string
    fate: string
    fateReason: string
    decidedBy: string
    decidedAt: string
  }
  fates: Record<Exclude<Fate['type'], 'accepted' | 'merged' | 'referred'>, string>
  accepted: string
  acceptedWithChanges: string
  merged: (number: string) => string
  referred: (to: string) => string
  unknownPerson: string
  cover: string
  axes: string
  fields: Record<string, string>
  entries: Record<'measure' | 'indicator' | 'statement', (position: string) => string>
  empty: string
  replace: (words: Quoted) => string
  insert: (words: string) => string
  remove: (words: string) => string
  restyle: string
  setField: (field: string, values: Quoted) => string
  add: Record<'axis' | 'action' | 'measure' | 'indicator' | 'statement', (words: string) => string>
  withdraw: (words: string) => string
  move: (place: string) => string
}

const fr: AmendmentWords = {
  columns: {
    number: 'Numéro',
    author: 'Auteur',
    cosigners: 'Cosignataires',
    groups: 'Groupes de travail',
    proposedAt: 'Déposé le',
    changedAt: 'Modifié le',
    axis: 'Axe',
    action: 'Action',
    place: 'Passage visé',
    proposal: 'Proposition',
    reason: 'Motif',
    supporters: 'Soutiens',
    fate: 'Suite donnée',
    fateReason: 'Motif de la suite',
    decidedBy: 'Décidé par',
    decidedAt: 'Décidé le',
  },
  fates: {
    open: 'En attente',
    refused: 'Refusé',
    obsolete: 'Devenu sans objet',
    withdrawn: 'Retiré par son auteur',
  },
  accepted: 'Accepté',
  acceptedWithChanges: 'Accepté avec modifications',
  merged: (number) => `Fusionné avec l’amendement ${number}`,
  referred: (to) => `Renvoyé\u00a0: ${to}`,
  unknownPerson: 'Compte supprimé',
  cover: 'Couverture',
  axes: 'Plan',
  fields: {
    title: 'titre',
    slogan: 'accroche',
    introduction: 'introduction',
    body: 'texte',
    signatory: 'signataire',
    academy: 'académie',
    mention: 'mention',
    announcedTitle: 'titre annoncé',
    lead: 'pilote',
    partners: 'partenaires',
    schedule: 'calendrier',
    continues: 'dans la continuité de',
    kind: 'nature',
    unit: 'unité',
    baseline: 'valeur de départ',
    target: 'cible',
    source: 'source',
    frequency: 'fréquence',
  },
  entries: {
    measure: (position) => `mesure\u00a0${position}`,
    indicator: (position) => `indicateur\u00a0${position}`,
    statement: (position) => `énoncé\u00a0${position}`,
  },
  empty: 'non renseigné',
  replace: ({ before, after }) => `Remplacer ${quoted(before)} par ${quoted(after)}`,
  insert: (words) => `Ajouter ${quoted(words)}`,
  remove: (words) => `Supprimer ${quoted(words)}`,
  restyle: 'Changer la mise en forme',
  setField: (field, { before, after }) => `${capital(field)}\u00a0: ${before} → ${after}`,
  add: {
    axis: (words) => `Ajouter un axe\u00a0: ${quoted(words)}`,
    action: (words) => `Ajouter une action\u00a0: ${quoted(words)}`,
    measure: (words) => `Ajouter une mesure\u00a0: ${quoted(words)}`,
    indicator: (words) => `Ajouter un indicateur\u00a0: ${quoted(words)}`,
    statement: (words) => `Ajouter un énoncé\u00a0: ${quoted(words)}`,
  },
  withdraw: (words) => `Retirer du projet\u00a0: ${quoted(words)}`,
  move: (place) => `Déplacer vers\u00a0: ${place}`,
}

const en: AmendmentWords = {
  columns: {
    number: 'Number',
    author: 'Author',
    cosigners: 'Co-signed by',
    groups: 'Working groups',
    proposedAt: 'Proposed on',
    changedAt: 'Changed on',
    axis: 'Axis',
    action: 'Action',
    place: 'Passage',
    proposal: 'Proposal',
    reason: 'Reason',
    supporters: 'Supported by',
    fate: 'Outcome',
    fateReason: 'Reason for the outcome',
    decidedBy: 'Decided by',
    decidedAt: 'Decided on',
  },
  fates: {
    open: 'Pending',
    refused: 'Refused',
    obsolete: 'Obsolete',
    withdrawn: 'Withdrawn by its author',
  },
  accepted: 'Accepted',
  acceptedWithChanges: 'Accepted with changes',
  merged: (number) => `Merged with amendment ${number}`,
  referred: (to) => `Referred: ${to}`,
  unknownPerson: 'Deleted account',
  cover: 'Cover',
  axes: 'Plan',
  fields: {
    title: 'title',
    slogan: 'slogan',
    introduction: 'introduction',
    body: 'text',
    signatory: 'signatory',
    academy: 'académie',
    mention: 'mention',
    announcedTitle: 'announced title',
    lead: 'lead',
    partners: 'partners',
    schedule: 'schedule',
    continues: 'continues',
    kind: 'kind',
    unit: 'unit',
    baseline: 'baseline',
    target: 'target',
    source: 'source',
    frequency: 'frequency',
  },
  entries: {
    measure: (position) => `measure\u00a0${position}`,
    indicator: (position) => `indicator\u00a0${position}`,
    statement: (position) => `statement\u00a0${position}`,
  },
  empty: 'not filled in',
  replace: ({ before, after }) => `Replace ${quoted(before)} with ${quoted(after)}`,
  insert: (words) => `Add ${quoted(words)}`,
  remove: (words) => `Delete ${quoted(words)}`,
  restyle: 'Change the formatting',
  setField: (field, { before, after }) => `${capital(field)}: ${before} → ${after}`,
  add: {
    axis: (words) => `Add an axis: ${quoted(words)}`,
    action: (words) => `Add an action: ${quoted(words)}`,
    measure: (words) => `Add a measure: ${quoted(words)}`,
    indicator: (words) => `Add an indicator: ${quoted(words)}`,
    statement: (words) => `Add a statement: ${quoted(words)}`,
  },
  withdraw: (words) => `Withdraw from the plan: ${quoted(words)}`,
  move: (place) => `Move to: ${place}`,
}

export const amendmentWords: Record<Language, AmendmentWords> = { fr, en }

/** The name of a fate for people. `numberOf`: of another amendment, by its id. */
export function fateWords(
  language: Language,
  fate: Fate,
  numberOf: (amendmentId: string) => string = () => '',
): string {
  const words = amendmentWords[language]
  switch (fate.type) {
    case 'accepted':
      return fate.withChanges ? words.acceptedWithChanges : words.accepted
    case 'merged':
      return words.merged(numberOf(fate.into)).trim()
    case 'referred':
      return words.referred(fate.to)
    case 'open':
    case 'refused':
    case 'obsolete':
    case 'withdrawn':
      return words.fates[fate.type]
  }
}

/** The plan is in French, and so are the quotation marks around its words. */
function quoted(words: string): string {
  return `«\u00a0${words}\u00a0»`
}

function capital(word: string): string {
  return word.slice(0, 1).toLocaleUpperCase('fr') + word.slice(1)
}

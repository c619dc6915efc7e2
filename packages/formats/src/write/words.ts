import type { IndicatorKind } from '@concerte/schema'

/** Language of the fixed words of an export. The plan's own words stay in French whatever it is. */
export type WriteLocale = 'fr' | 'en'

export type WriteOptions = { locale: WriteLocale; annexes?: Annexes }

/** What is printed after the plan and is not of it. */
export type Annexes = { amendments?: readonly AmendmentRow[] }

/** The columns of the annex of amendments, in their order. */
export const amendmentColumns = ['number', 'place', 'author', 'proposal', 'fate', 'reason'] as const

/** One amendment in the annex «Suite donnée aux amendements», in words: what it is about, what it proposed, what became of it. */
export type AmendmentRow = {
  number: string
  place: string
  author: string
  proposal: string
  fate: string
  /** Of the fate. */
  reason: string
}

/**
 * What an official version says of itself. `sealedAt`: ISO 8601; `sha256`: of the plan's canonical JSON, in hex; `size` in
 * bytes.
 */
export type Edition = {
  revision: number
  sealedAt: string
  sha256: string
  files: readonly { name: string; href: string; type: string; size: number }[]
}

type AmendmentsWords = {
  title: string
  none: string
  /** Headings. */
  columns: Record<(typeof amendmentColumns)[number], string>
}

/** The fixed words that an export adds to those of the plan. */
export type Words = {
  contents: string
  skipToContent: string
  untitledPlan: string
  foreword: string
  annex: string
  tray: string
  trayNote: string
  page: string
  /** What stands between a field's name and its value. */
  colon: string
  announcedTitle: string
  lead: string
  partners: string
  schedule: string
  continues: string
  kind: string
  unit: string
  baseline: string
  target: string
  source: string
  frequency: string
  edition: EditionWords
  amendments: AmendmentsWords
  kinds: Record<IndicatorKind, string>
}

export type EditionWords = {
  official: string
  revision: string
  sealedOn: string
  about: string
  unchanged: string
  hash: string
  files: string
  kilobytes: string
}

const fr: Words = {
  contents: 'Sommaire',
  skipToContent: 'Aller au contenu',
  untitledPlan: 'Projet académique',
  foreword: 'Avant-propos',
  annex: 'Annexe',
  tray: 'À replacer',
  trayNote: 'Ces éléments n’ont plus de place dans le plan.',
  page: 'Page',
  colon: '\u00a0: ',
  announcedTitle: 'Titre annoncé',
  lead: 'Pilote',
  partners: 'Partenaires',
  schedule: 'Calendrier',
  continues: 'Dans la continuité de',
  kind: 'Nature',
  unit: 'Unité',
  baseline: 'Valeur de départ',
  target: 'Cible',
  source: 'Source',
  frequency: 'Fréquence',
  edition: {
    official: 'Version officielle',
    revision: 'Révision',
    sealedOn: 'arrêtée le',
    about: 'À propos de cette version',
    unchanged:
      'Son texte ne change plus. S’il est repris un jour, une nouvelle révision le remplacera, et celle-ci restera à son adresse.',
    hash: 'Empreinte du texte (SHA-256)',
    files: 'Autres formats',
    kilobytes: 'ko',
  },
  amendments: {
    title: 'Suite donnée aux amendements',
    none: 'Aucun amendement n’a été proposé.',
    columns: {
      number: 'N°',
      place: 'Passage visé',
      author: 'Auteur',
      proposal: 'Proposition',
      fate: 'Suite donnée',
      reason: 'Motif',
    },
  },
  kinds: {
    count: 'nombre',
    rate: 'taux',
    change: 'évolution',
    survey: 'enquête',
    deliverable: 'livrable',
  },
}

const en: Words = {
  contents: 'Contents',
  skipToContent: 'Skip to content',
  untitledPlan: 'Academic plan',
  foreword: 'Foreword',
  annex: 'Annex',
  tray: 'To be placed again',
  trayNote: 'These items no longer have a place in the plan.',
  page: 'Page',
  colon: ': ',
  announcedTitle: 'Announced title',
  lead: 'Lead',
  partners: 'Partners',
  schedule: 'Schedule',
  continues: 'Continues',
  kind: 'Kind',
  unit: 'Unit',
  baseline: 'Baseline',
  target: 'Target',
  source: 'Source',
  frequency: 'Frequency',
  edition: {
    official: 'Official version',
    revision: 'Revision',
    sealedOn: 'settled on',
    about: 'About this version',
    unchanged:
      'Its text changes no more. If it is ever taken up again, a new revision will replace it, and this one will stay at its address.',
    hash: 'Fingerprint of the text (SHA-256)',
    files: 'Other formats',
    kilobytes: 'kB',
  },
  amendments: {
    title: 'What became of the amendments',
    none: 'No amendment was proposed.',
    columns: {
      number: 'No.',
      place: 'Passage',
      author: 'Author',
      proposal: 'Proposal',
      fate: 'Outcome',
      reason: 'Reason',
    },
  },
  kinds: {
    count: 'count',
    rate: 'rate',
    change: 'change',
    survey: 'survey',
    deliverable: 'deliverable',
  },
}

/** The fixed words in one language. */
export function wordsIn(locale: WriteLocale): Words {
  return locale === 'fr' ? fr : en
}

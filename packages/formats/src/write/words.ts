import type { IndicatorKind } from '@concerte/schema'

/** Language of the fixed words of an export. The plan's own words stay in French whatever it is. */
export type WriteLocale = 'fr' | 'en'

export type WriteOptions = { locale: WriteLocale }

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
  kinds: Record<IndicatorKind, string>
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

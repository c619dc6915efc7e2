import {
  actionFieldsSchema,
  datedValueSchema,
  indicatorFieldsSchema,
  partialDateSchema,
  type ActionFields,
  type DatedValue,
  type IndicatorFields,
  type IndicatorKind,
} from '../project.ts'
import { foldedLetters } from '../text/folded.ts'

/*
 * Structured fields as the lines that stand for them in a document: «Cible : 80 % (juin 2028)». What is copied out of a plan has
 * them so, and the same lines, wherever they were copied, become fields again. Plans are in French, and so are these words.
 */

/** The filled fields of an action, a line each. */
export function actionLines(fields: ActionFields): string[] {
  return actionNames.flatMap(([field, [name]]) => lineOf(name, fields[field]))
}

/** The filled fields of an indicator, a line each. */
export function indicatorLines(fields: IndicatorFields): string[] {
  const { baseline, target, kind } = fields
  return [
    ...lineOf('Nature', kind === undefined ? undefined : kindNames[kind]),
    ...lineOf('Unité', fields.unit),
    ...lineOf('Valeur de départ', baseline && datedWords(baseline)),
    ...lineOf('Cible', target && datedWords(target)),
    ...lineOf('Source', fields.source),
    ...lineOf('Fréquence', fields.frequency),
  ]
}

/** The field of an action that a line gives; null when it gives none. */
export function actionFieldOf(line: string): ActionFields | null {
  const { name, value } = parted(line)
  const field = actionNames.find(([, names]) => names.some((known) => foldedLetters(known) === name))?.[0]
  if (field === undefined) return null
  return actionFieldsSchema.safeParse({ [field]: value }).data ?? null
}

/** The field of an indicator that a line gives; null when it gives none. */
export function indicatorFieldOf(line: string): IndicatorFields | null {
  const { name, value } = parted(line)
  const field = indicatorNames.find(([, names]) => names.some((known) => foldedLetters(known) === name))?.[0]
  if (field === undefined) return null
  return indicatorFieldsSchema.safeParse({ [field]: indicatorValue(field, value) }).data ?? null
}

const actionNames: [keyof ActionFields, readonly [string, ...string[]]][] = [
  ['announcedTitle', ['Titre annoncé', 'Titre court']],
  ['lead', ['Pilote', 'Pilotes', 'Pilotage', 'Responsable']],
  ['partners', ['Partenaires', 'Partenaire']],
  ['schedule', ['Calendrier', 'Échéancier', 'Échéance']],
  ['continues', ['Dans la suite de']],
]

const indicatorNames: [keyof IndicatorFields, readonly string[]][] = [
  ['kind', ['Nature']],
  ['unit', ['Unité', 'Unité de mesure']],
  ['baseline', ['Valeur de départ', 'Valeur initiale', 'Point de départ']],
  ['target', ['Cible', 'Valeur cible', 'Valeur visée']],
  ['source', ['Source', 'Source des données']],
  ['frequency', ['Fréquence', 'Périodicité']],
]

const kindNames: Record<IndicatorKind, string> = {
  count: 'Nombre',
  rate: 'Taux',
  change: 'Évolution',
  survey: 'Enquête',
  deliverable: 'Production attendue',
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
)

function lineOf(name: string, value: string | undefined): string[] {
  return value === undefined || value.trim() === '' ? [] : [`${name}\u00A0: ${value}`]
}

function indicatorValue(field: keyof IndicatorFields, value: string): unknown {
  switch (field) {
    case 'kind':
      return Object.entries(kindNames).find(([, name]) => foldedLetters(name) === foldedLetters(value))?.[0]
    case 'baseline':
    case 'target':
      return datedValue(value)
    case 'unit':
    case 'source':
    case 'frequency':
      return value
  }
}

/** «80 % (juin 2028)», or the value alone. */
function datedWords({ value, date }: DatedValue): string {
  if (date === undefined) return value
  const [year = '', month, day] = date.split('-')
  const words = [
    day === undefined ? '' : String(Number(day)),
    month === undefined ? '' : months[Number(month) - 1],
    year,
  ]
  return `${value} (${words.filter((word) => word !== '').join(' ')})`
}

function datedValue(words: string): DatedValue | undefined {
  const found = /^(.*?)\s*\(([^()]+)\)$/.exec(words)
  const date = found === null ? undefined : dateOf(found[2]!)
  return datedValueSchema.safeParse(date === undefined ? { value: words } : { value: found?.[1] ?? '', date })
    .data
}

function dateOf(words: string): string | undefined {
  const [, day, month, year] = /^(?:(?:(\d{1,2})(?:er)?\s+)?(\p{L}+)\s+)?(\d{4})$/u.exec(words.trim()) ?? []
  const index =
    month === undefined ? -1 : months.findIndex((name) => foldedLetters(name) === foldedLetters(month))
  if (month !== undefined && index === -1) return undefined
  const parts = [year, month === undefined ? undefined : String(index + 1), day]
  const date = parts.flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-')
  return partialDateSchema.safeParse(date).data ?? partialDateSchema.safeParse(words.trim()).data
}

function parted(line: string): { name: string; value: string } {
  // No field is as long as a text.
  const at = line.length > 2500 ? -1 : line.indexOf(':')
  const value = at === -1 ? '' : line.slice(at + 1).trim()
  return { name: value === '' ? '' : foldedLetters(line.slice(0, at)), value }
}

import type { CheckId } from '@concerte/schema'

import type { Language } from '../language/language.ts'

type Words = Record<string, string>
/** What is wrong, for one finding; `words` are its own. */
type Said = Record<CheckId, (words: Words) => string>

const quoted = (words = ''): string => `«\u00a0${words}\u00a0»`
const english = (words = ''): string => `“${words}”`

const saidFr: Said = {
  'empty-text': () => 'rien n’y est écrit',
  'missing-measures': () => 'aucune mesure',
  'missing-indicators': () => 'aucun indicateur',
  'missing-baseline': () => 'sans valeur de départ',
  'missing-target': () => 'sans cible',
  'missing-source': () => 'sans source',
  'same-indicator': ({ count }) => `le même indicateur, ${count} fois`,
  'announced-title': ({ title }) => `annonce autre chose que le titre ${quoted(title)}`,
  'long-text': ({ length }) => `très long (${length} caractères)`,
  'entry-beginning': ({ usual }) =>
    usual === 'infinitive'
      ? 'ne commence pas par un infinitif, comme les autres'
      : 'commence par un infinitif, et non les autres',
  'entry-ending': ({ usual }) =>
    usual === ''
      ? 'finit par un signe, et non les autres'
      : `ne finit pas par ${quoted(usual)}, comme les autres`,
  'acronym-unexplained': ({ acronym }) => `sigle jamais développé, ${acronym}`,
  'acronym-late': ({ acronym }) => `sigle développé après coup, ${acronym}`,
  'acronym-repeated': ({ acronym, count }) => `sigle développé ${count} fois, ${acronym}`,
  'acronym-differs': ({ acronym, expansion, other }) =>
    `sigle développé de deux façons, ${acronym}, ${quoted(expansion)} et ${quoted(other)}`,
  'spelling-differs': ({ spellings }) => `écrit de plusieurs façons, ${spellings}`,
  'doubled-words': () => 'mot répété',
  'missing-plural': ({ word }) => `pluriel attendu, ${word}`,
  'detached-prefix': ({ prefix }) => `préfixe détaché, ${prefix}`,
  unclosed: ({ sign }) => `${quoted(sign)} sans son autre moitié`,
  spaces: ({ count }) => timesFr('espace de trop', count),
  'no-break-spaces': ({ count }) => timesFr('espace insécable manquante', count),
  quotes: ({ count }) => timesFr('guillemets qui ne sont pas français', count),
  apostrophes: ({ count }) => timesFr('apostrophe droite', count),
  ellipsis: ({ count }) => timesFr('points de suspension', count),
}

const saidEn: Said = {
  'empty-text': () => 'nothing is written there',
  'missing-measures': () => 'no measure',
  'missing-indicators': () => 'no indicator',
  'missing-baseline': () => 'no baseline',
  'missing-target': () => 'no target',
  'missing-source': () => 'no source',
  'same-indicator': ({ count }) => `the same indicator, ${count} times`,
  'announced-title': ({ title }) => `says something else than the title ${english(title)}`,
  'long-text': ({ length }) => `very long (${length} characters)`,
  'entry-beginning': ({ usual }) =>
    usual === 'infinitive'
      ? 'does not begin with an infinitive, as the others do'
      : 'begins with an infinitive, as the others do not',
  'entry-ending': ({ usual }) =>
    usual === ''
      ? 'ends with a sign, as the others do not'
      : `does not end with ${english(usual)}, as the others do`,
  'acronym-unexplained': ({ acronym }) => `acronym never spelled out, ${acronym}`,
  'acronym-late': ({ acronym }) => `acronym spelled out too late, ${acronym}`,
  'acronym-repeated': ({ acronym, count }) => `acronym spelled out ${count} times, ${acronym}`,
  'acronym-differs': ({ acronym, expansion, other }) =>
    `acronym spelled out in two ways, ${acronym}, ${english(expansion)} and ${english(other)}`,
  'spelling-differs': ({ spellings }) => `spelled in several ways, ${spellings}`,
  'doubled-words': () => 'doubled word',
  'missing-plural': ({ word }) => `plural expected, ${word}`,
  'detached-prefix': ({ prefix }) => `detached prefix, ${prefix}`,
  unclosed: ({ sign }) => `${english(sign)} without its other half`,
  spaces: ({ count }) => timesEn('needless space', count),
  'no-break-spaces': ({ count }) => timesEn('missing no-break space', count),
  quotes: ({ count }) => timesEn('quotation marks that are not French', count),
  apostrophes: ({ count }) => timesEn('straight apostrophe', count),
  ellipsis: ({ count }) => timesEn('full stops for an ellipsis', count),
}

const fr = {
  summary: 'Relire un projet comme un lecteur attentif (code de sortie 1 s’il y a à redire)',
  file: 'le fichier (.txt ou .project.json)',
  json: 'écrire ce qui est trouvé en JSON',
  said: saidFr,
  /** What is wrong, and the words where it is. */
  told: (said: string, words: string) => `${said}\u00a0: ${quoted(words)}`,
  cover: 'Couverture',
  entries: { measure: 'mesure', indicator: 'indicateur', statement: 'énoncé' },
  fields: {
    title: 'titre',
    announcedTitle: 'titre annoncé',
    slogan: 'slogan',
    introduction: 'introduction',
    body: 'texte',
    signatory: 'signataire',
    academy: 'académie',
    mention: 'mention',
    lead: 'pilote',
    partners: 'partenaires',
    schedule: 'calendrier',
    continues: 'action continuée',
    unit: 'unité',
    source: 'source',
    frequency: 'fréquence',
  } as Record<string, string>,
  names: {
    'empty-text': 'Textes vides',
    'missing-measures': 'Actions sans mesure',
    'missing-indicators': 'Actions sans indicateur',
    'missing-baseline': 'Indicateurs sans valeur de départ',
    'missing-target': 'Indicateurs sans cible',
    'missing-source': 'Indicateurs sans source',
    'same-indicator': 'Indicateurs en double',
    'announced-title': 'Titres annoncés différents',
    'long-text': 'Textes très longs',
    'entry-beginning': 'Débuts différents',
    'entry-ending': 'Fins différentes',
    'acronym-unexplained': 'Sigles jamais développés',
    'acronym-late': 'Sigles développés après coup',
    'acronym-repeated': 'Sigles développés plusieurs fois',
    'acronym-differs': 'Sigles développés de deux façons',
    'spelling-differs': 'Noms écrits de plusieurs façons',
    'doubled-words': 'Mots répétés',
    'missing-plural': 'Pluriels attendus',
    'detached-prefix': 'Préfixes détachés',
    unclosed: 'Parenthèses et guillemets non fermés',
    spaces: 'Espaces de trop',
    'no-break-spaces': 'Espaces insécables',
    quotes: 'Guillemets',
    apostrophes: 'Apostrophes',
    ellipsis: 'Points de suspension',
  } satisfies Record<CheckId, string> as Record<CheckId, string>,
  total: (count: number, dismissed: number) =>
    `${count === 0 ? 'Rien à redire' : count === 1 ? '1 remarque' : `${count} remarques`}${dismissed === 0 ? '' : ` (${dismissed} de plus, écartées)`}`,
}

const en: typeof fr = {
  summary: 'Read a plan as a careful reader would (exit code 1 when there is something to say)',
  file: 'the file (.txt or .project.json)',
  json: 'write what is found as JSON',
  said: saidEn,
  told: (said, words) => `${said}: ${english(words)}`,
  cover: 'Cover',
  entries: { measure: 'measure', indicator: 'indicator', statement: 'statement' },
  fields: {
    title: 'title',
    announcedTitle: 'announced title',
    slogan: 'slogan',
    introduction: 'introduction',
    body: 'text',
    signatory: 'signatory',
    academy: 'académie',
    mention: 'mention',
    lead: 'lead',
    partners: 'partners',
    schedule: 'schedule',
    continues: 'continued action',
    unit: 'unit',
    source: 'source',
    frequency: 'frequency',
  },
  names: {
    'empty-text': 'Empty texts',
    'missing-measures': 'Actions without measures',
    'missing-indicators': 'Actions without indicators',
    'missing-baseline': 'Indicators without a baseline',
    'missing-target': 'Indicators without a target',
    'missing-source': 'Indicators without a source',
    'same-indicator': 'The same indicator twice',
    'announced-title': 'Announced titles that differ',
    'long-text': 'Very long texts',
    'entry-beginning': 'Beginnings that differ',
    'entry-ending': 'Endings that differ',
    'acronym-unexplained': 'Acronyms never spelled out',
    'acronym-late': 'Acronyms spelled out too late',
    'acronym-repeated': 'Acronyms spelled out several times',
    'acronym-differs': 'Acronyms spelled out in two ways',
    'spelling-differs': 'Names spelled in several ways',
    'doubled-words': 'Doubled words',
    'missing-plural': 'Plurals expected',
    'detached-prefix': 'Detached prefixes',
    unclosed: 'Brackets and quotation marks not closed',
    spaces: 'Needless spaces',
    'no-break-spaces': 'No-break spaces',
    quotes: 'Quotation marks',
    apostrophes: 'Apostrophes',
    ellipsis: 'Ellipses',
  },
  total: (count, dismissed) =>
    `${count === 0 ? 'Nothing to say' : count === 1 ? '1 remark' : `${count} remarks`}${dismissed === 0 ? '' : ` (${dismissed} more, dismissed)`}`,
}

export type CheckMessages = typeof fr
export const checkMessages: Record<Language, CheckMessages> = { fr, en }

function timesFr(what: string, count = '1'): string {
  return count === '1' ? what : `${what} (${count} fois)`
}

function timesEn(what: string, count = '1'): string {
  return count === '1' ? what : `${what} (${count} times)`
}

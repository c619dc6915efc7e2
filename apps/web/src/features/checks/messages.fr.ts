import type { CheckId } from '@concerte/schema'

import { plural } from '../../i18n/plural.ts'

/** What a finding is said with: `words` of the schema, and the empty string for those that it lacks. */
export type FindingWords = (name: string) => string
type Named = Record<CheckId, string>
type Said = Record<CheckId, (words: FindingWords) => string>

const quoted = (words: string) => `«\u00A0${words}\u00A0»`
const several = (count: string) => (Number(count) > 1 ? ` (${count} fois)` : '')
const ending = (sign: string) => (sign === '' ? 'sans signe de ponctuation' : `par ${quoted(sign)}`)

const names: Named = {
  'empty-text': 'Textes vides',
  'missing-measures': 'Actions sans mesure',
  'missing-indicators': 'Actions sans indicateur',
  'missing-baseline': 'Indicateurs sans valeur de départ',
  'missing-target': 'Indicateurs sans cible',
  'missing-source': 'Indicateurs sans source',
  'same-indicator': 'Indicateurs en double',
  'announced-title': 'Titres annoncés différents',
  'long-text': 'Textes très longs',
  'entry-beginning': 'Débuts qui diffèrent',
  'entry-ending': 'Fins qui diffèrent',
  'acronym-unexplained': 'Sigles jamais expliqués',
  'acronym-late': 'Sigles expliqués trop tard',
  'acronym-repeated': 'Sigles expliqués plusieurs fois',
  'acronym-differs': 'Sigles expliqués de deux façons',
  'spelling-differs': 'Noms écrits de plusieurs façons',
  'doubled-words': 'Mots répétés',
  'missing-plural': 'Pluriels oubliés',
  'detached-prefix': 'Préfixes détachés',
  unclosed: 'Guillemets et parenthèses non fermés',
  spaces: 'Espaces en trop',
  'no-break-spaces': 'Espaces insécables',
  quotes: 'Guillemets',
  apostrophes: 'Apostrophes',
  ellipsis: 'Points de suspension',
}

const says: Said = {
  'empty-text': () => 'Ce texte est vide.',
  'missing-measures': () => 'Cette action n’a pas de mesure.',
  'missing-indicators': () => 'Cette action n’a pas d’indicateur.',
  'missing-baseline': () => 'D’où part-on\u202F? La valeur de départ manque.',
  'missing-target': () => 'Où veut-on arriver\u202F? La cible manque.',
  'missing-source': () => 'D’où viendront les chiffres\u202F? La source manque.',
  'same-indicator': (w) => `${quoted(w('words'))} se lit ${w('count')} fois.`,
  'announced-title': (w) =>
    `L’axe annonce ${quoted(w('announced'))}\u202F; l’action s’intitule ${quoted(w('title'))}.`,
  'long-text': (w) => `${w('length')} caractères\u202F; au-delà de ${w('limit')}, on perd le fil.`,
  'entry-beginning': (w) =>
    w('usual') === 'infinitive'
      ? `Commence par ${quoted(w('word'))}, quand les autres commencent par un verbe à l’infinitif.`
      : `Commence par l’infinitif ${quoted(w('word'))}, quand les autres commencent par un nom.`,
  'entry-ending': (w) => `Finit ${ending(w('ending'))}, quand les autres finissent ${ending(w('usual'))}.`,
  'acronym-unexplained': (w) => `${quoted(w('acronym'))} n’est expliqué nulle part.`,
  'acronym-late': (w) => `${quoted(w('acronym'))} est employé ici, et expliqué plus loin seulement.`,
  'acronym-repeated': (w) => `${quoted(w('acronym'))} est expliqué ${w('count')} fois\u202F; une suffit.`,
  'acronym-differs': (w) =>
    `${quoted(w('acronym'))}\u00A0: ${quoted(w('expansion'))} ici, ${quoted(w('other'))} ailleurs.`,
  'spelling-differs': (w) =>
    w('usual') === ''
      ? `S’écrit de plusieurs façons\u00A0: ${w('spellings')}.`
      : `${quoted(w('words'))} s’écrit ailleurs ${quoted(w('usual'))}.`,
  'doubled-words': (w) => `${quoted(w('words'))}\u00A0: un mot de trop\u202F?`,
  'missing-plural': (w) => `${quoted(w('words'))}\u00A0: ${quoted(w('word'))} devrait être au pluriel.`,
  'detached-prefix': (w) => `${quoted(w('words'))}\u00A0: en un mot, ou avec un trait d’union.`,
  unclosed: (w) => `${quoted(w('sign'))} va seul\u00A0: l’autre moitié manque.`,
  spaces: (w) => `Une espace de trop${several(w('count'))}.`,
  'no-break-spaces': (w) => `Une espace qui se couperait en fin de ligne${several(w('count'))}.`,
  quotes: (w) => `Guillemets français${several(w('count'))}.`,
  apostrophes: (w) => `Apostrophe courbe${several(w('count'))}.`,
  ellipsis: (w) => `Un seul signe pour les points de suspension${several(w('count'))}.`,
}

export const fr = {
  title: 'Contrôles',
  checking: 'Lecture du plan…',
  count: (count: number) =>
    count === 0 ? 'Rien à signaler' : `${count} ${plural('fr', count, 'point', 'points')} à regarder`,
  countOf: (count: number, total: number) =>
    `${count} sur ${total} ${plural('fr', total, 'point', 'points')}`,
  failed: 'Les contrôles n’ont pas pu démarrer sur cet appareil.',
  retry: 'Réessayer',
  fine: 'Rien à signaler.',
  fineText: 'Chaque contrôle est satisfait\u00A0: le plan est prêt à être relu par d’autres yeux. Bravo.',
  fineHere: 'Rien à signaler ici.',

  filter: 'Montrer',
  all: 'Tout le plan',
  mine: 'Mes axes',
  severities: {
    lack: 'Ce qui manque',
    likely: 'À vérifier',
    typography: 'Typographie',
  },
  names,
  says,

  cover: 'Couverture',
  foreword: (title: string) => (title === '' ? 'Partie sans titre' : title),
  entry: (kind: string, position: number) => `${kind.toLocaleLowerCase('fr')} ${position}`,
  group: 'groupe d’actions',
  numbered: (label: string, number: number | undefined) =>
    number === undefined ? label : `${label.toLocaleLowerCase('fr')} ${number}`,
  unplaced: 'à replacer',
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
    continues: 'suite de',
    unit: 'unité',
    baseline: 'valeur de départ',
    target: 'cible',
    source: 'source',
    frequency: 'fréquence',
  },

  excerpt: (words: string) => `… ${words} …`,
  also: (places: string, more: number) =>
    more === 0
      ? `Aussi\u00A0: ${places}.`
      : `Aussi\u00A0: ${places} et ${more} ${plural('fr', more, 'autre', 'autres')}.`,
  mend: 'Corriger',
  mendThe: (act: string, place: string) => `${act}\u00A0: ${place}`,
  clear: 'Reprendre le titre de l’action',
  mended: (place: string) => `Corrigé\u00A0: ${place}.`,
  changed: 'Ce passage vient de changer\u00A0: rien n’a été fait.',
  mendAll: (count: number) => `Tout corriger (${count})`,
  mendAllOf: (count: number, name: string) => `Tout corriger (${count})\u00A0: ${name}`,
  mendedAll: (count: number) =>
    `${count} ${plural('fr', count, 'passage corrigé', 'passages corrigés')}, en une fois.`,
  more: (count: number) => `Montrer ${count} ${plural('fr', count, 'point', 'points')} de plus`,

  dismiss: 'Ignorer…',
  dismissThe: (place: string) => `Ignorer… ${place}`,
  dismissCheck: 'Ignorer partout…',
  dismissCheckThe: (name: string) => `Ignorer partout… ${name}`,
  reason: 'Pourquoi l’ignorer\u202F?',
  reasonNote: 'Cette raison se lit dans la liste des points ignorés.',
  reasonMissing: 'Dites en quelques mots pourquoi.',
  confirm: 'Ignorer ici',
  confirmAll: 'Ignorer dans tout le plan',
  cancel: 'Renoncer',
  dismissed: (count: number) => `Ignorés (${count})`,
  saidDismissed: (place: string) => `Ignoré\u00A0: ${place}.`,
  saidDismissedCheck: (name: string) => `Ignoré dans tout le plan\u00A0: ${name}.`,
  wholeCheck: (name: string, count: number) =>
    `${name}, dans tout le plan (${count} ${plural('fr', count, 'point', 'points')})`,
  dismissedBy: (who: string | null, when: string) =>
    who === null ? `Ignoré ${when}` : `Ignoré par ${who} ${when}`,
  because: quoted,
  restore: 'Rétablir',
  restoreThe: (what: string) => `Rétablir ${what}`,
  restored: (what: string) => `Rétabli\u00A0: ${what}.`,
}

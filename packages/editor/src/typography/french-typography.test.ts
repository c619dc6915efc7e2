import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { frenchTypography } from './french-typography.ts'

/** Types `words` one character at a time; raised letters are shown between ^ and ^. */
function typedAs(words: string): string {
  let text = ''
  const raised = new Set<number>()
  for (const typed of words) {
    const whole = text + typed
    let next = ''
    let at = 0
    for (const edit of frenchTypography(text, typed)) {
      next += whole.slice(at, edit.from)
      if ('text' in edit) next += edit.text
      else {
        for (let position = 0; position < edit.to - edit.from; position += 1)
          raised.add(next.length + position)
        next += whole.slice(edit.from, edit.to)
      }
      at = edit.to
    }
    text = next + whole.slice(at)
  }
  const shown = text.split('').map((character, index) => {
    const opens = raised.has(index) && !raised.has(index - 1)
    const closes = raised.has(index) && !raised.has(index + 1)
    return `${opens ? '^' : ''}${character}${closes ? '^' : ''}`
  })
  return shown.join('').replaceAll('\u00A0', '~').replaceAll('\u202F', '_')
}

/** What is typed, and what stands there then: `~` a no-break space, `_` a thin one, `^er^` raised letters. */
const cases: [typed: string, wanted: string][] = [
  // The apostrophe.
  ["l'école", 'l’école'],
  ["aujourd'hui", 'aujourd’hui'],
  ["d'après l'élève qu'on", 'd’après l’élève qu’on'],
  ["'", '’'],
  ["5' de marche", "5' de marche"],
  ["parents d'élèves'", 'parents d’élèves’'],
  // Quotation marks.
  ['"oui"', '«~oui~»'],
  ['le "oui" et le "non"', 'le «~oui~» et le «~non~»'],
  ['" oui "', '«~oui~»'],
  ['("oui")', '(«~oui~»)'],
  ['l\'"oui"', 'l’«~oui~»'],
  ['"2030"', '«~2030~»'],
  ['"oui" 12" de long', '«~oui~» 12" de long'],
  ['un écran de 12"', 'un écran de 12"'],
  ['mot"', 'mot~»'],
  ['Un point."', 'Un point.~»'],
  ['mot" et "oui"', 'mot~» et «~oui~»'],
  ['"Parcours avenir", suite', '«~Parcours avenir~», suite'],
  ['« oui »', '«~oui~»'],
  ['«oui»', '«~oui~»'],
  ['"l\'école"', '«~l’école~»'],
  ['"Vraiment?"', '«~Vraiment_?~»'],
  ['""', '«~»'],
  ['https://a.fr/?q="x"', 'https://a.fr/?q="x"'],
  // Signs of two parts.
  ['Bien !', 'Bien_!'],
  ['Bien!', 'Bien_!'],
  ['Bien ?', 'Bien_?'],
  ['Bien?', 'Bien_?'],
  ['un ; deux', 'un_; deux'],
  ['un; deux', 'un_; deux'],
  ['Objectif : réussir', 'Objectif~: réussir'],
  ['Objectif: réussir', 'Objectif~: réussir'],
  ['Objectif:', 'Objectif~:'],
  ['Quoi ?!', 'Quoi_?!'],
  ['Non !!!', 'Non_!!!'],
  ['Quoi ?…', 'Quoi_?…'],
  ['Euh... ?', 'Euh…_?'],
  ['Euh...?', 'Euh…_?'],
  ['etc. !', 'etc._!'],
  ['(?)', '(?)'],
  ['[!]', '[!]'],
  ['(oui) : non', '(oui)~: non'],
  ['80 % ; 90 %', '80 %_; 90 %'],
  ['« oui » : non', '«~oui~»~: non'],
  ['!', '!'],
  [' !', ' !'],
  ['fin  !', 'fin  !'],
  ['Bien\u00A0!', 'Bien~!'],
  ['Bien\u202F!', 'Bien_!'],
  // Times, numbers, ratios.
  ['à 8:30', 'à 8:30'],
  ['à 8:30 : accueil', 'à 8:30~: accueil'],
  ['En 2028: 80', 'En 2028~: 80'],
  ['En 2028 : 80', 'En 2028~: 80'],
  ['1:25000', '1:25000'],
  ['un rapport de 1:3.', 'un rapport de 1:3.'],
  // Addresses and paths.
  ['https://www.education.gouv.fr', 'https://www.education.gouv.fr'],
  ['http://a.fr/b?c=d;e!f', 'http://a.fr/b?c=d;e!f'],
  ['HTTPS://A.FR', 'HTTPS://A.FR'],
  ['www.a.fr?b', 'www.a.fr?b'],
  ["www.a.fr/l'x", "www.a.fr/l'x"],
  ['(https://a.fr/?b)', '(https://a.fr/?b)'],
  ['mailto:a@b.fr', 'mailto:a@b.fr'],
  ['a.b@c.fr?d', 'a.b@c.fr?d'],
  ['https://a.fr : bien', 'https://a.fr~: bien'],
  ['&eacute;', '&eacute;'],
  ['../dossier', '../dossier'],
  // The ellipsis.
  ['etc...', 'etc…'],
  ['...', '…'],
  ['à suivre... ou pas', 'à suivre… ou pas'],
  ['fin..', 'fin..'],
  ['1..2', '1..2'],
  ['..../', '…./'],
  ['../..', '../..'],
  // Ordinals.
  ['1er ', '1^er^ '],
  ['le 1er, puis', 'le 1^er^, puis'],
  ['1re ', '1^re^ '],
  ['les 1ers ', 'les 1^ers^ '],
  ['la 1ère ', 'la 1^ère^ '],
  ['2e ', '2^e^ '],
  ['2nd ', '2^nd^ '],
  ['la 2nde.', 'la 2^nde^.'],
  ['2de ', '2^de^ '],
  ['3e-4e ', '3^e^-4^e^ '],
  ['6e/5e ', '6^e^/5^e^ '],
  ['les 3es ', 'les 3^es^ '],
  ['le 21e !', 'le 21^e^_!'],
  ['le 2ème ', 'le 2^ème^ '],
  ['XXIe ', 'XXI^e^ '],
  ['XIXe-XXe ', 'XIX^e^-XX^e^ '],
  ['la Ve République', 'la V^e^ République'],
  ['François Ier ', 'François I^er^ '],
  ['(19e)', '(19^e^)'],
  ['"1er"', '«~1^er^~»'],
  ['1e ', '1e '],
  ['11e ', '11^e^ '],
  ['Ce ', 'Ce '],
  ['De Le Me Ie ', 'De Le Me Ie '],
  ['VIVe ', 'VIVe '],
  ['CE1 ', 'CE1 '],
  ['hier ', 'hier '],
  ['A1er ', 'A1er '],
  ['3,2e ', '3,2e '],
  ['2026e ', '2026^e^ '],
  ['20261e ', '20261e '],
  ['3d ', '3d '],
  ['1er', '1er'],
]

describe('French typography as one types', () => {
  it.each(cases)('%s', (typed, wanted) => {
    expect(typedAs(typed)).toBe(wanted)
  })

  it('edits stay within what was typed, in order and apart from each other', () => {
    fc.assert(
      fc.property(words, typedCharacter, (before, typed) => {
        let end = 0
        for (const edit of frenchTypography(before, typed)) {
          expect(edit.from).toBeGreaterThanOrEqual(end)
          expect(edit.to).toBeGreaterThanOrEqual(edit.from)
          expect(edit.to).toBeLessThanOrEqual(before.length + typed.length)
          end = edit.to
        }
      }),
    )
  })

  it('never changes a letter or a figure', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(bare(typedAs(text))).toBe(bare(text))
      }),
    )
  })

  it('finds nothing left to do in what it made', () => {
    fc.assert(
      fc.property(words, (text) => {
        const made = typedAs(text).replaceAll('^', '').replaceAll('~', '\u00A0').replaceAll('_', '\u202F')
        expect(typedAs(made).replaceAll('^', '')).toBe(typedAs(text).replaceAll('^', ''))
      }),
    )
  })
})

function bare(text: string): string {
  return text.replaceAll(/[^\p{L}\d]/gu, '')
}

const typedCharacter = fc.constantFrom(...'aeéIVX123 \'"«».,;:!?()-/\u00A0\u202F'.split(''))
const words = fc.string({ unit: typedCharacter, maxLength: 12 })

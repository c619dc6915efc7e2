import type { PastedBlock } from '@concerte/schema'
import { expect, it } from 'vitest'

import { plainBlocks } from './plain-blocks.ts'

it('lines that the column of a PDF broke are whole again, bullets and their levels are read', () => {
  const pdf = `Action 3 : Accompagner chaque élève dans la construction de
son parcours d’orientation
• Mettre en place un accompagnement renforcé des élèves de
troisième, en lien avec les familles ;
o avec les professeurs principaux
o avec les psychologues de l’éducation nationale de chaque
district
• Développer les stages et les immersions dans les lycées pro-
fessionnels.
Indicateurs
• Taux d’accès en seconde générale et technologique.
2
`
  expect(shown(plainBlocks(pdf))).toEqual([
    'Action 3 : Accompagner chaque élève dans la construction de son parcours d’orientation',
    '- Mettre en place un accompagnement renforcé des élèves de troisième, en lien avec les familles ;',
    '  - avec les professeurs principaux',
    '  - avec les psychologues de l’éducation nationale de chaque district',
    '- Développer les stages et les immersions dans les lycées pro-fessionnels.',
    'Indicateurs',
    '- Taux d’accès en seconde générale et technologique.',
    '2',
  ])
})

it.each([
  ['short lines are lines', 'lecture\nécriture\ncalcul', ['lecture', 'écriture', 'calcul']],
  ['empty lines part paragraphs', 'Un.\n\n\nDeux.\r\nTrois.', ['Un.', 'Deux.', 'Trois.']],
  ['numbers make items', '1. Un\n2. Deux\n10) Dix', ['1. Un', '1. Deux', '  1. Dix']],
  [
    'numbers of several parts make levels',
    '1.1 Un\n1.1.1 Deux\n1.2 Trois',
    ['1. Un', '  1. Deux', '1. Trois'],
  ],
  ['letters and numbers make levels', '1. Un\na) a\nb) b\n2. Deux', ['1. Un', '  1. a', '  1. b', '1. Deux']],
  ['dashes make items', '- un\n– deux\n- trois', ['- un', '  - deux', '- trois']],
  ['indents make levels', '- un\n    - deux\n- trois', ['- un', '  - deux', '- trois']],
  ['a single dash is a dash', '– Bonjour, dit-il.\nFin.', ['– Bonjour, dit-il.', 'Fin.']],
  ['a bullet alone on its line takes the next', '•\nUn point\n•\nUn autre', ['- Un point', '- Un autre']],
  [
    'a year, a time and a decimal are no markers',
    '2028. Fin\n8h. Début\n3,5 % des élèves',
    ['2028. Fin', '8h. Début', '3,5 % des élèves'],
  ],
  ['nothing is nothing', ' \n\t\n', []],
])('%s', (_title, text, wanted) => {
  expect(shown(plainBlocks(text))).toEqual(wanted)
})

it.each(['a\n', `${'mot '.repeat(20)}\n`, '\u00A0', '\t', '- a\n', '•\n', 'a-\n', '1.1.', '('])(
  'three hundred thousand characters of %j cost one pass',
  (part) => {
    const text = part.repeat(Math.floor(300_000 / part.length))
    expect(plainBlocks(`${text}x`).length).toBeLessThanOrEqual(text.split('\n').length)
  },
)

it('no word is lost', () => {
  const words = Array.from({ length: 400 }, (_, index) => `mot${index}`)
  const text = words.map((word, index) => word + (index % 11 === 0 ? '\n' : ' ')).join('')
  const read = plainBlocks(text).flatMap((block) => block.content.map((inline) => inline.text))
  expect(read.join(' ').split(/\s+/)).toEqual(words)
})

function shown(blocks: readonly PastedBlock[]): string[] {
  return blocks.map((block) => {
    const words = block.content.map((inline) => inline.text).join('')
    return block.type === 'item'
      ? `${'  '.repeat(block.level)}${block.isOrdered ? '1.' : '-'} ${words}`
      : words
  })
}

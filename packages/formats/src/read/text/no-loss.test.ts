import { normalizeProject } from '@concerte/schema'
import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'

import { readText } from '../text.ts'

/** Pieces of documents of this family; `@` stands for a word of their own. */
const pieces = [
  'Axe 1 - Titre @',
  'Axe 1 - Titre',
  'Titre',
  'Projet académique',
  'Axe II : Titre @',
  'Axe n° 3\nTitre @\nqui continue @',
  'Les actions qui seront menées',
  'Les actions qui seront menées pour @',
  'Les actions @',
  'Nos grandes orientations',
  'Nos @ :',
  'Indicateur',
  'Indicateurs',
  '1 1 Annoncer @.',
  '2 2 Annoncer @\nsur deux lignes @.',
  '1. Agir @',
  '2. Agir @',
  '7) Agir @\nencore @',
  '3 Agir @',
  'Action n° 2 : Agir @',
  ' > Point @',
  ' > Point @ afin de :\n- ceci @,\n- cela @.',
  '• Point @.\n  – dedans @\n    – plus loin @',
  '- Tiret @',
  'Une phrase @.',
  'Une phrase @ de\ndeux lignes @.',
  'la suite @ d’une phrase',
  'Un titre @',
  'Gilles @\nRecteur de l’académie @',
  '#mot@',
  'www.@.fr',
  '12',
  '13',
  '1.1 Agir @',
  '1.2 Agir @.',
  'Projet académique 14',
  'Sommaire',
  ' Page @',
  '\f Page @',
]

test('no word of any document of this family is lost or doubled, and its plan is in its one form', () => {
  const piece = constantFrom(...pieces)
  const gap = constantFrom('\n', '\n\n')
  const document = array(tuple(piece, gap), { minLength: 1, maxLength: 30 })
  assert(
    property(document, (parts) => {
      let count = 0
      const text = parts.map(([words, after]) => words + after).join('')
      const source = text.replaceAll('@', () => `mot${++count}x`)
      const result = readText(new TextEncoder().encode(source))
      const found = JSON.stringify(result, withoutNames).match(/mot\d+x/g) ?? []
      const expected = Array.from({ length: count }, (_, index) => `mot${index + 1}x`)
      expect({ source, words: found.toSorted() }).toEqual({ source, words: expected.toSorted() })
      expect(result.project).toEqual(normalizeProject(result.project))
    }),
    { numRuns: 3000, seed: 20 },
  )
})

/** Ids and the template's name are made of headings; they are not the plan's words. */
function withoutNames(key: string, value: unknown): unknown {
  return key === 'id' || key === 'rubric' || key === 'name' ? undefined : value
}

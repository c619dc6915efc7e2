import type { PlanText } from '@concerte/schema'
import { expect, it } from 'vitest'

import { fr } from './messages.fr.ts'
import { placeWords, rescueToPlain } from './place-words.ts'

const axis = { type: 'axis', label: 'Axe', number: 1, title: 'Réussir' } as const
const action = { type: 'action', label: 'Action', number: null, title: '' } as const

const rows: [Omit<PlanText, 'node' | 'words'>, string][] = [
  [{ field: 'title', path: [{ type: 'cover' }] }, 'Couverture › Titre'],
  [{ field: 'title', path: [axis] }, 'Axe 1\u00A0: Réussir'],
  [{ field: 'introduction', path: [axis] }, 'Axe 1\u00A0: Réussir › Introduction'],
  [
    { field: 'text', path: [axis, action, { type: 'measure', position: 2 }] },
    'Axe 1\u00A0: Réussir › Action › Mesure 2',
  ],
  [{ field: 'lead', path: [axis, action] }, 'Axe 1\u00A0: Réussir › Action › Pilote'],
]

it.each(rows)('says where %o stands: «%s»', (text, words) => {
  expect(placeWords({ node: 'n', words: '', ...text }, fr)).toBe(words)
})

it('writes every text under its place', () => {
  const texts = ['un', 'deux'].map((words, at) => ({
    node: String(at),
    field: 'text',
    path: [{ type: 'statement' as const, position: at + 1 }],
    words,
  }))
  expect(rescueToPlain(texts, fr)).toBe('Énoncé 1\nun\n\nÉnoncé 2\ndeux\n')
})

import { memberSchema } from '@concerte/api'
import { expect, it } from 'vitest'

import { mentionAt, mentionedIn, partsOf, suggestMembers } from './mentions.ts'

const members = ['Ada Lovelace', 'Émile Durand', 'Anne-Marie Duval'].map((name) =>
  memberSchema.parse({ userId: name.slice(0, 3), name, role: 'editor' }),
)

it.each([
  ['Voir avec @', { start: 10, typed: '' }],
  ['@ém', { start: 0, typed: 'ém' }],
  ['@Ada Lov', { start: 0, typed: 'Ada Lov' }],
  ['courriel a@b', null],
  ['@Ada Lovelace pense', null],
  ['rien', null],
])('in «%s», what is being named is %j', (text, mention) => {
  expect(mentionAt(text, text.length)).toEqual(mention)
})

it('suggests those whose name, or a part of it, begins as typed, whatever the accents', () => {
  const found = ['emi', 'Du', 'ma', 'x'].map((typed) => suggestMembers(members, typed))
  expect(found.map((some) => some.map(({ name }) => name))).toEqual([
    ['Émile Durand'],
    ['Émile Durand', 'Anne-Marie Duval'],
    ['Anne-Marie Duval'],
    [],
  ])
})

it('who is named is told by the words that are sent, and stands out in them', () => {
  const body = 'Pour @Émile Durand, et @Quelqu’un'
  expect(mentionedIn(body, members)).toEqual(['Émi'])
  expect(partsOf(body, ['Émile Durand'])).toEqual([
    { text: 'Pour ', isName: false },
    { text: '@Émile Durand', isName: true },
    { text: ', et @Quelqu’un', isName: false },
  ])
})

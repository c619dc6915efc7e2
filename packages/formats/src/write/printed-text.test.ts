import { expect, test } from 'vitest'

import { capitalised } from './printed-text.ts'

test.each([
  ['pour les élèves', 'Pour les élèves'],
  ['écoles', 'Écoles'],
  ['Déjà', 'Déjà'],
  ['ßtraße', 'ßtraße'],
  ['ᾀ', 'ᾀ'],
  ['80 % des élèves', '80 % des élèves'],
])('the heading made of «%s» is «%s»', (text, heading) => {
  expect(capitalised([{ text, italic: true }, { text: ' ici' }])).toEqual([
    { text: heading, italic: true },
    { text: ' ici' },
  ])
})

import { expect, it } from 'vitest'

import { wholeAddress } from './whole-address.ts'

it.each([
  [' www.education.gouv.fr ', 'https://www.education.gouv.fr'],
  ['education.gouv.fr/plan?a=1', 'https://education.gouv.fr/plan?a=1'],
  ['ce.recteur@ac-exemple.fr', 'mailto:ce.recteur@ac-exemple.fr'],
  ['http://exemple.fr', 'http://exemple.fr'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['deux mots', 'deux mots'],
])('reads «%s» as %s', (typed, address) => {
  expect(wholeAddress(typed)).toBe(address)
})

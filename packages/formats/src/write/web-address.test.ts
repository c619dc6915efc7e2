import { expect, test } from 'vitest'

import { safeLink, websiteLink } from './web-address.ts'

test.each([
  ['https://www.education.gouv.fr/', 'https://www.education.gouv.fr/'],
  ['HTTP://exemple.fr', 'http://exemple.fr/'],
  ['mailto:a@exemple.fr', 'mailto:a@exemple.fr'],
  ['javascript:alert(1)', undefined],
  [' java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//exemple.fr', undefined],
  ['exemple', undefined],
])('the link %j leads to %j', (link, address) => {
  expect(safeLink(link)).toBe(address)
})

test('a website needs no scheme', () => {
  expect(websiteLink('www.ac-orleans-tours.fr/ensemble')).toBe('https://www.ac-orleans-tours.fr/ensemble')
  expect(websiteLink('https://exemple.fr')).toBe('https://exemple.fr/')
  expect(websiteLink('notre site')).toBeUndefined()
})

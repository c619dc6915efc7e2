import { expect, it } from 'vitest'

import { initialsOf } from './initials.ts'

it.each([
  ['Ada Lovelace', 'AL'],
  ['  Anne-Marie  Le Goff ', 'AG'],
  ['élise', 'É'],
  ['', ''],
])('takes the initials of «%s»', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

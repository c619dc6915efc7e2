import { expect, it } from 'vitest'

import { returnPathOf, signInPathFor } from './return-path.ts'

it('a visitor comes back to the page that asked to sign in', () => {
  const path = '/plans/abc/versions/1?a=b&c=d#axe-2'
  const signIn = new URL(signInPathFor(path), 'https://concerte.invalid')
  expect(signIn.pathname).toBe('/connexion')
  expect(returnPathOf(signIn.search)).toBe(path)
})

it('the list of plans needs no return', () => {
  expect(signInPathFor('/')).toBe('/connexion')
  expect(returnPathOf('')).toBe('/')
})

it.each([
  '//elsewhere.example/a',
  '/\\elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  'plans',
])('a return to %s goes to the list of plans', (path) => {
  expect(returnPathOf(`?retour=${encodeURIComponent(path)}`)).toBe('/')
})

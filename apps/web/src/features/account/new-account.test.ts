import { newAccountSchema, passwordSchema } from '@concerte/api'
import { expect, it } from 'vitest'

import { fr } from './messages.fr.ts'
import { accountOf, checkAccount, type AccountField } from './new-account.ts'

const right: Record<AccountField, string> = {
  name: ' Claire Dubois ',
  email: ' Claire.Dubois@AC-exemple.fr ',
  password: 'quatre mots sans lien',
}
const faults = (changes: Partial<Record<AccountField, string>>) => checkAccount({ ...right, ...changes }, fr)

it('an empty form names every field at once', () => {
  expect(faults({ name: ' ', email: '', password: '' })).toEqual({
    name: fr.nameMissing,
    email: fr.emailMissing,
    password: fr.passwordMissing,
  })
})

it('a wrong address and a short password say what is expected', () => {
  expect(faults({ email: 'claire@' }).email).toBe(fr.emailWrong)
  expect(faults({ password: 'a' }).password).toBe(fr.passwordShort(1))
})

it.each([1, 11, 12, 128, 129])('a password of %i characters is judged as the server judges it', (length) => {
  const password = 'x'.repeat(length)
  expect(faults({ password }).password === undefined).toBe(passwordSchema.safeParse(password).success)
})

it('what passes the form is what the server takes', () => {
  expect(faults({})).toEqual({})
  expect(newAccountSchema.parse(accountOf(right))).toEqual({
    name: 'Claire Dubois',
    email: 'claire.dubois@ac-exemple.fr',
    password: right.password,
  })
})

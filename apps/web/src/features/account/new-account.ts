import { emailSchema, personNameSchema, type NewAccount } from '@concerte/api'

import type { Faults } from '../../ui/form.tsx'
import type { fr } from './messages.fr.ts'

export type AccountField = 'name' | 'email' | 'password'

export const emptyAccount: Record<AccountField, string> = { name: '', email: '', password: '' }

/** The server's limits (`passwordSchema` of the contract), in characters. */
const passwordLimits = { least: 12, most: 128 }

export function checkAccount(values: Record<AccountField, string>, t: typeof fr): Faults<AccountField> {
  const faults: Faults<AccountField> = {}
  if (!personNameSchema.safeParse(values.name).success) faults.name = t.nameMissing
  const email = emailFault(values.email, t)
  if (email !== undefined) faults.email = email
  const { length } = values.password
  if (length === 0) faults.password = t.passwordMissing
  else if (length < passwordLimits.least) faults.password = t.passwordShort(length)
  else if (length > passwordLimits.most) faults.password = t.passwordLong
  return faults
}

export function emailFault(value: string, t: typeof fr): string | undefined {
  if (value.trim() === '') return t.emailMissing
  return emailSchema.safeParse(value.trim()).success ? undefined : t.emailWrong
}

export function accountOf(values: Record<AccountField, string>): NewAccount {
  return { name: values.name.trim(), email: values.email.trim().toLowerCase(), password: values.password }
}

import { useMessages } from '../../i18n/catalogue.ts'
import type { FormState } from '../../ui/form.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { accountMessages } from './messages.ts'
import type { AccountField } from './new-account.ts'

/** Name, address and password of a new account, each with its rule said beforehand. */
export function AccountFields({ form }: { form: FormState<AccountField> }) {
  const t = useMessages(accountMessages)
  return (
    <>
      <TextField
        {...form.field('name')}
        label={t.name}
        description={t.nameNote}
        autoComplete="name"
        maxLength={120}
        isRequired
      />
      <TextField
        {...form.field('email')}
        label={t.email}
        description={t.emailNote}
        type="email"
        autoComplete="username"
        maxLength={254}
        isRequired
      />
      <PasswordField
        {...form.field('password')}
        label={t.password}
        description={t.passwordNote}
        autoComplete="new-password"
        isRequired
      />
    </>
  )
}

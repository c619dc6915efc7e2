import { useQuery } from '@tanstack/react-query'
import { Redirect, useSearch } from 'wouter'

import { sessionQuery, signIn } from '../../api/session.ts'
import { setupQuery } from '../../api/setup.ts'
import { Page } from '../../app/page.tsx'
import { returnPathOf } from '../../app/return-path.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions, useForm, type Faults } from '../../ui/form.tsx'
import { Message } from '../../ui/message.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { accountMessages } from '../account/messages.ts'
import { emailFault } from '../account/new-account.ts'
import { useSignedIn } from '../account/use-signed-in.ts'
import { signInMessages } from './messages.ts'
import styles from './sign-in-page.module.css'

type Field = 'email' | 'password'

/** `/connexion?retour=…` */
export default function SignInPage() {
  const t = useMessages(signInMessages)
  const session = useQuery(sessionQuery)
  const setup = useQuery(setupQuery)
  const returnPath = returnPathOf(useSearch())
  if (session.data?.user != null) return <Redirect replace to={returnPath} />
  return (
    <Page narrow title={t.title} heading={t.heading} lead={t.lead}>
      {setup.data?.open === true && <Message tone="warning">{t.setupOpen}</Message>}
      <SignInForm />
      <p className={styles.note}>{t.noAccount}</p>
    </Page>
  )
}

function SignInForm() {
  const t = useMessages(signInMessages)
  const account = useMessages(accountMessages)
  const signedIn = useSignedIn()
  const form = useForm<Field>({
    initial: { email: '', password: '' },
    check(values) {
      const faults: Faults<Field> = {}
      const email = emailFault(values.email, account)
      if (email !== undefined) faults.email = email
      if (values.password === '') faults.password = t.passwordMissing
      return faults
    },
    async send(values) {
      await signIn({ email: values.email.trim().toLowerCase(), password: values.password })
      // The page sees the session and goes on.
      await signedIn()
    },
  })
  return (
    <Form state={form}>
      <TextField
        {...form.field('email')}
        label={account.email}
        type="email"
        autoComplete="username"
        maxLength={254}
        isRequired
      />
      <PasswordField
        {...form.field('password')}
        label={account.password}
        autoComplete="current-password"
        isRequired
      />
      <FormActions>
        <Button type="submit" look="primary" isPending={form.isPending}>
          {form.isPending ? t.submitting : t.submit}
        </Button>
      </FormActions>
    </Form>
  )
}

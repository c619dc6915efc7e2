import { Link } from 'wouter'

import { signInPathFor } from '../../app/return-path.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { AccountFields } from '../account/account-fields.tsx'
import { accountMessages } from '../account/messages.ts'
import { accountOf, checkAccount, emptyAccount } from '../account/new-account.ts'
import styles from './invitation-page.module.css'
import { invitationMessages } from './messages.ts'
import { useAccept } from './use-accept.ts'

/** For a person who is not signed in: makes an account, or signs in and comes back. */
export function AcceptWithAccount({ token }: { token: string }) {
  const t = useMessages(invitationMessages)
  const account = useMessages(accountMessages)
  const accept = useAccept(token)
  const form = useForm({
    initial: emptyAccount,
    check: (values) => checkAccount(values, account),
    send: (values) => accept(accountOf(values)),
  })
  return (
    <section className={styles.way} aria-labelledby="create-account">
      <p>
        {t.haveAccount} <Link href={signInPathFor(`/invitation/${token}`)}>{t.signIn}</Link>
      </p>
      <h2 id="create-account">{t.create}</h2>
      <Form state={form}>
        <AccountFields form={form} />
        <FormActions>
          <Button type="submit" look="primary" isPending={form.isPending}>
            {form.isPending ? t.accepting : t.createAndAccept}
          </Button>
        </FormActions>
      </Form>
    </section>
  )
}

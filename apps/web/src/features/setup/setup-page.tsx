import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { createFirstAccount, setupQuery } from '../../api/setup.ts'
import { Page } from '../../app/page.tsx'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { LoadFailure, Loading, Message } from '../../ui/message.tsx'
import { AccountFields } from '../account/account-fields.tsx'
import { accountMessages } from '../account/messages.ts'
import { accountOf, checkAccount, emptyAccount } from '../account/new-account.ts'
import { useSignedIn } from '../account/use-signed-in.ts'
import { setupMessages } from './messages.ts'

/** `/installation#token`: the first account, made once. */
export default function SetupPage() {
  const t = useMessages(setupMessages)
  const state = useQuery(setupQuery)
  // The fragment never reaches the server by itself; leaving the page takes it out of the address.
  const [token] = useState(() => location.hash.slice(1))

  if (state.isPending) {
    return (
      <Page narrow title={t.title}>
        <Loading />
      </Page>
    )
  }
  if (state.isError) {
    return (
      <Page narrow title={t.title}>
        <LoadFailure error={state.error} onRetry={() => void state.refetch()} />
      </Page>
    )
  }
  if (!state.data.open) {
    return (
      <Page narrow title={t.title} lead={t.closed}>
        <div>
          <ButtonLink href="/connexion" look="primary">
            {t.signIn}
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page narrow title={t.title} heading={t.heading} lead={t.lead}>
      {token === '' ? <Message tone="warning">{t.noToken}</Message> : <SetupForm token={token} />}
    </Page>
  )
}

function SetupForm({ token }: { token: string }) {
  const t = useMessages(setupMessages)
  const account = useMessages(accountMessages)
  const signedIn = useSignedIn()
  const [, navigate] = useLocation()
  const form = useForm({
    initial: emptyAccount,
    check: (values) => checkAccount(values, account),
    async send(values) {
      await createFirstAccount({ ...accountOf(values), token })
      await signedIn()
      navigate('/', { replace: true })
    },
  })
  return (
    <Form state={form}>
      <AccountFields form={form} />
      <FormActions>
        <Button type="submit" look="primary" isPending={form.isPending}>
          {form.isPending ? t.creating : t.create}
        </Button>
      </FormActions>
    </Form>
  )
}

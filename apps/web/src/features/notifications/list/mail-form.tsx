import type { MailChoice, NoticeType } from '@concerte/api'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'

import { useErrorText } from '../../../api/error-text.ts'
import { chooseMail, readMailChoices } from '../../../api/notifications.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { LoadFailure, Loading, Message } from '../../../ui/message.tsx'
import { Select } from '../../../ui/select.tsx'
import styles from './list.module.css'
import { listMessages } from './messages.ts'

const choicesQuery = queryOptions({
  queryKey: ['mail-choices'],
  queryFn: ({ signal }) => readMailChoices({ signal }),
  // What one has just chosen is not taken back by an answer from before.
  staleTime: Infinity,
})

const kinds = [
  'mention',
  'assignment',
  'reply',
  'cosign',
  'decision',
  'approval',
  'phase',
  'sealed',
  'invitation',
  'role',
] as const satisfies readonly NoticeType[]

const mailChoices = ['immediate', 'daily', 'none'] as const satisfies readonly MailChoice[]

/** How each kind of notification is sent by e-mail; a choice is kept as soon as it is made. */
export function MailForm() {
  const t = useMessages(listMessages)
  const heading = useId()
  const errorText = useErrorText()
  const client = useQueryClient()
  const choices = useQuery(choicesQuery)
  const choosing = useMutation({
    // One after another, so that the last choice is the one that stays.
    scope: { id: 'mail-choices' },
    mutationFn: chooseMail,
    onError: () => client.invalidateQueries({ queryKey: choicesQuery.queryKey }),
  })
  const { data } = choices
  const choose = (kind: NoticeType, choice: MailChoice) => {
    if (data === undefined) return
    const mail = { ...data.mail, [kind]: choice }
    client.setQueryData(choicesQuery.queryKey, { ...data, mail })
    choosing.mutate(mail)
  }
  return (
    <section className={styles.card} aria-labelledby={heading}>
      <h2 id={heading} className={styles.heading}>
        {t.mail.title}
      </h2>
      {choices.isPending && <Loading />}
      {choices.isError && <LoadFailure error={choices.error} onRetry={() => void choices.refetch()} />}
      {data?.mailWorks === false && <p>{t.mail.off}</p>}
      {data?.mailWorks === true && (
        <>
          <p>{t.mail.lead}</p>
          <ul className={styles.kinds}>
            {kinds.map((kind) => (
              <li key={kind} className={styles.kind}>
                <span>{t.mail.kinds[kind]}</span>
                <Select
                  small
                  aria-label={t.mail.kinds[kind]}
                  choices={mailChoices.map((value) => ({ value, label: t.mail.choices[value] }))}
                  value={data.mail[kind]}
                  onChange={(choice) => choose(kind, choice)}
                />
              </li>
            ))}
          </ul>
          <output className={styles.saved}>{choosing.isSuccess && t.mail.saved}</output>
          {choosing.isError && (
            <Message tone="danger" live="alert">
              <p>{errorText(choosing.error)}</p>
            </Message>
          )}
        </>
      )}
    </section>
  )
}

import { roleSchema, type ProjectId, type Role } from '@concerte/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'

import { createInvitation, invitationsQuery } from '../../api/invitations.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { LoadFailure } from '../../ui/message.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { roleMessages } from '../roles/messages.ts'
import styles from './members.module.css'
import { membersMessages } from './messages.ts'

const durations = ['1', '7', '30', '365'] as const
const audiences = ['one', 'many'] as const

/** Makes an invitation's link and shows it, once. */
export function InvitationForm({ projectId }: { projectId: ProjectId }) {
  const t = useMessages(membersMessages)
  const roles = useMessages(roleMessages)
  const client = useQueryClient()
  const [role, setRole] = useState<Role>('editor')
  const [days, setDays] = useState<(typeof durations)[number]>('7')
  const [audience, setAudience] = useState<(typeof audiences)[number]>('one')
  const creation = useMutation({
    mutationFn: () =>
      createInvitation(projectId, { role, expiresInDays: Number(days), reusable: audience === 'many' }),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery(projectId).queryKey }),
  })
  return (
    <section className={styles.section} aria-labelledby="members-invite">
      <div className={styles.head}>
        <h3 id="members-invite">{t.invite}</h3>
        <p className={styles.note}>{t.inviteNote}</p>
      </div>
      <div className={styles.fields}>
        <Select
          label={t.role}
          value={role}
          onChange={setRole}
          choices={roleSchema.options.map((value) => ({ value, label: roles[value] }))}
        />
        <Select
          label={t.duration}
          value={days}
          onChange={setDays}
          choices={durations.map((value) => ({ value, label: t.durations[value] }))}
        />
        <Select
          label={t.audience}
          value={audience}
          onChange={setAudience}
          choices={audiences.map((value) => ({ value, label: t.audiences[value] }))}
        />
      </div>
      <p className={styles.note}>{roles.allows[role]}</p>
      {creation.isError && <LoadFailure error={creation.error} />}
      <div>
        <Button look="primary" isPending={creation.isPending} onPress={() => creation.mutate()}>
          {creation.isPending ? t.creating : t.create}
        </Button>
      </div>
      {creation.data !== undefined && <NewLink key={creation.data.url} url={creation.data.url} />}
    </section>
  )
}

function NewLink({ url }: { url: string }) {
  const t = useMessages(membersMessages)
  const id = useId()
  return (
    <output className={styles.link}>
      <TextField
        id={id}
        name="invitation-link"
        label={t.linkTitle}
        description={t.linkNote}
        value={url}
        onChange={() => undefined}
        isReadOnly
      />
      <CopyButton text={url} label={t.copy} done={t.copied} failed={t.notCopied} />
    </output>
  )
}

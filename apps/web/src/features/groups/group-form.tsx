import type { NewWorkingGroup, ProjectId, UserId, WorkingGroup } from '@concerte/api'
import type { NodeId } from '@concerte/schema'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { membersQuery } from '../../api/members.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxChoices } from '../../ui/checkbox-choices.tsx'
import { Form, FormActions, useForm } from '../../ui/form.tsx'
import { uiMessages } from '../../ui/messages.ts'
import { TextField } from '../../ui/text-field.tsx'
import { roleMessages } from '../roles/messages.ts'
import { groupMessages } from './messages.ts'
import { useAxisNames } from './use-axis-names.ts'

/** A working group, new or there already: its name, its members, its axes. */
export function GroupForm({
  projectId,
  group,
  save,
  onClose,
}: {
  projectId: ProjectId
  group: WorkingGroup | null
  /** Rejects when the server refuses. */
  save: (group: NewWorkingGroup) => Promise<void>
  onClose: () => void
}) {
  const t = useMessages(groupMessages)
  const ui = useMessages(uiMessages)
  const roles = useMessages(roleMessages)
  const people = useQuery(membersQuery(projectId)).data ?? []
  const axes = useAxisNames()
  const [members, setMembers] = useState<ReadonlySet<UserId>>(new Set(group?.members))
  // An axis that is gone for now stays in the group: it may come back from the bin.
  const [chosenAxes, setAxes] = useState<ReadonlySet<NodeId>>(new Set(group?.axes))
  const form = useForm({
    initial: { name: group?.name ?? '' },
    check: ({ name }): { name?: string } => (name.trim() === '' ? { name: t.nameMissing } : {}),
    send: ({ name }) => save({ name: name.trim(), members: [...members], axes: [...chosenAxes] }),
  })
  return (
    <Form state={form}>
      <TextField {...form.field('name')} label={t.name} maxLength={120} autoComplete="off" isRequired />
      <CheckboxChoices
        legend={t.members}
        choices={people.map(({ userId, name, role }) => ({
          value: userId,
          label: name,
          description: `(${roles.inSentence[role]})`,
        }))}
        values={members}
        onChange={setMembers}
      />
      <CheckboxChoices
        legend={t.axes}
        choices={axes.map(({ id, name }) => ({ value: id, label: name }))}
        values={chosenAxes}
        onChange={setAxes}
      />
      <FormActions>
        <Button type="submit" look="primary" isPending={form.isPending}>
          {form.isPending ? t.saving : t.save}
        </Button>
        <Button onPress={onClose}>{ui.cancel}</Button>
      </FormActions>
    </Form>
  )
}

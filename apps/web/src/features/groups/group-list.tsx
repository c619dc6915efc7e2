import type { NewWorkingGroup, ProjectId, WorkingGroup } from '@concerte/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { membersQuery } from '../../api/members.ts'
import {
  changeWorkingGroup,
  createWorkingGroup,
  removeWorkingGroup,
  workingGroupsQuery,
} from '../../api/working-groups.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LoadFailure, Loading } from '../../ui/message.tsx'
import { uiMessages } from '../../ui/messages.ts'
import styles from '../members/members.module.css'
import { GroupForm } from './group-form.tsx'
import { groupMessages } from './messages.ts'
import { useAxisNames } from './use-axis-names.ts'

/** The working groups of a plan, with who writes what; leads change them. */
export function GroupList({ projectId, canManage }: { projectId: ProjectId; canManage: boolean }) {
  const t = useMessages(groupMessages)
  const client = useQueryClient()
  const groups = useQuery(workingGroupsQuery(projectId))
  /** What the form is open for: a group by its id, a new one, nothing. */
  const [opened, setOpened] = useState<WorkingGroup['id'] | 'new' | null>(null)
  const [leaving, setLeaving] = useState<WorkingGroup | null>(null)
  const [said, setSaid] = useState('')
  const refresh = () => client.invalidateQueries({ queryKey: ['project', projectId] })
  const removal = useMutation({
    mutationFn: ({ id }: WorkingGroup) => removeWorkingGroup(projectId, id),
    async onSuccess(_, { name }) {
      await refresh()
      setSaid(t.removed(name))
    },
  })
  const save = async (group: NewWorkingGroup): Promise<void> => {
    if (opened === null || opened === 'new') await createWorkingGroup(projectId, group)
    else await changeWorkingGroup(projectId, { ...group, id: opened })
    await refresh()
    setOpened(null)
    setSaid(t.saved(group.name))
  }
  const form = (group: WorkingGroup | null) => (
    <GroupForm projectId={projectId} group={group} save={save} onClose={() => setOpened(null)} />
  )
  return (
    <section className={styles.section} aria-labelledby="members-groups">
      <div className={styles.head}>
        <h3 id="members-groups">{t.title}</h3>
        <p className={styles.note}>{t.note}</p>
      </div>
      {removal.isError && <LoadFailure error={removal.error} />}
      {groups.isPending && <Loading />}
      {groups.isError && <LoadFailure error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data?.length === 0 && <p className={styles.note}>{t.none}</p>}
      {groups.data !== undefined && groups.data.length > 0 && (
        <ul className={styles.list}>
          {groups.data.map((group) => (
            <li key={group.id} className={styles.row}>
              {opened === group.id ? (
                form(group)
              ) : (
                <GroupRow
                  projectId={projectId}
                  group={group}
                  {...(canManage && {
                    onChange: () => setOpened(group.id),
                    onRemove: () => setLeaving(group),
                  })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {canManage && opened !== 'new' && (
        <div>
          <Button onPress={() => setOpened('new')}>{t.add}</Button>
        </div>
      )}
      {canManage && opened === 'new' && form(null)}
      <output className={styles.said}>{said}</output>
      {leaving !== null && (
        <Removal
          group={leaving}
          onClose={() => setLeaving(null)}
          onRemove={() => {
            removal.mutate(leaving)
            setLeaving(null)
          }}
        />
      )}
    </section>
  )
}

function GroupRow({
  projectId,
  group: { name, members, axes },
  onChange,
  onRemove,
}: {
  projectId: ProjectId
  group: WorkingGroup
  onChange?: () => void
  onRemove?: () => void
}) {
  const t = useMessages(groupMessages)
  const people = useQuery(membersQuery(projectId)).data ?? []
  const names = people.filter(({ userId }) => members.includes(userId)).map((person) => person.name)
  const written = useAxisNames()
    .filter(({ id }) => axes.includes(id))
    .map((axis) => axis.name)
  return (
    <>
      <p className={styles.who}>
        <span className={styles.name}>{name}</span>
        <span className={styles.note}>{names.length === 0 ? t.nobody : names.join(', ')}</span>
        <span className={styles.note}>{t.writes(written)}</span>
      </p>
      {onChange !== undefined && onRemove !== undefined && (
        <div className={styles.controls}>
          <Button look="quiet" small aria-label={t.changeThe(name)} onPress={onChange}>
            {t.change}
          </Button>
          <Button look="quiet" small aria-label={t.removeThe(name)} onPress={onRemove}>
            {t.remove}
          </Button>
        </div>
      )}
    </>
  )
}

function Removal({
  group,
  onClose,
  onRemove,
}: {
  group: WorkingGroup
  onClose: () => void
  onRemove: () => void
}) {
  const t = useMessages(groupMessages)
  const ui = useMessages(uiMessages)
  return (
    <Dialog isAlert isOpen title={t.removeTitle(group.name)} onOpenChange={onClose}>
      <p>{t.removeText}</p>
      <div className={styles.controls}>
        <Button look="danger" onPress={onRemove}>
          {t.confirmRemove}
        </Button>
        <Button onPress={onClose}>{ui.cancel}</Button>
      </div>
    </Dialog>
  )
}

import type { ProjectId } from '@concerte/api'
import { phaseSchema, roleSchema, scopeOf, type Phase } from '@concerte/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'

import { changePhase } from '../../../api/phase.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { useLocale, type Locale } from '../../../i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LoadFailure } from '../../../ui/message.tsx'
import { RadioChoices } from '../../../ui/radio-choices.tsx'
import { phaseMessages } from './messages.ts'
import styles from './phase.module.css'

/** What each role may do in each phase; leads bring the plan to another one. */
export function PhaseDialog({
  projectId,
  phase,
  canChange,
  onClose,
}: {
  projectId: ProjectId
  phase: Phase
  canChange: boolean
  onClose: () => void
}) {
  const t = useMessages(phaseMessages)
  const locale = useLocale()
  const all = phaseSchema.options.map((value) => ({
    value,
    label: value === phase ? `${t.names[value]} (${t.current})` : t.names[value],
    description: `${t.purposes[value]} ${whoDoesWhat(value, t, locale)}`,
  }))
  return (
    <Dialog title={t.title} isOpen onOpenChange={onClose} wide>
      {canChange && phase !== 'final' ? (
        // Sealing makes a plan final, on the page of the validation.
        <ChangePhase
          projectId={projectId}
          phase={phase}
          choices={all.filter(({ value }) => value !== 'final')}
          onDone={onClose}
        />
      ) : (
        <ol className={styles.phases}>
          {all.map(({ value, label, description }) => (
            <li key={value} className={styles.phase} aria-current={value === phase ? 'step' : undefined}>
              <span className={styles.name}>{label}</span>
              <span className={styles.note}>{description}</span>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.note}>{t.groups}</p>
      <p>
        <Link href={`/plans/${projectId}/validation`}>{t.page}</Link>
      </p>
    </Dialog>
  )
}

function ChangePhase({
  projectId,
  phase,
  choices,
  onDone,
}: {
  projectId: ProjectId
  phase: Phase
  choices: { value: Phase; label: string; description: string }[]
  onDone: () => void
}) {
  const t = useMessages(phaseMessages)
  const queries = useQueryClient()
  const [chosen, setChosen] = useState(phase)
  const change = useMutation({
    mutationFn: (next: Phase) => changePhase(projectId, next),
    onSuccess() {
      void queries.invalidateQueries({ queryKey: ['project', projectId] })
      // The page says what phase it is now in, to everyone.
      onDone()
    },
  })
  return (
    <>
      {change.isError && <LoadFailure error={change.error} />}
      <RadioChoices label={t.choice} choices={choices} value={chosen} onChange={setChosen} />
      <div className={styles.actions}>
        <Button
          look="primary"
          isDisabled={chosen === phase}
          isPending={change.isPending}
          onPress={() => change.mutate(chosen)}
        >
          {change.isPending ? t.changing : t.change}
        </Button>
      </div>
    </>
  )
}

type Words = (typeof phaseMessages)['fr']

/** The one table of rights, in words: who does what in a phase, from most to least. */
function whoDoesWhat(phase: Phase, t: Words, locale: Locale): string {
  const list = new Intl.ListFormat(locale)
  const parts = (['everything', 'contents', 'nothing'] as const).flatMap((scope) => {
    const roles = roleSchema.options.filter((role) => scopeOf(role, phase) === scope)
    return roles.length === 0 ? [] : [t.scopes[scope](list.format(roles.map((role) => t.roles[role])))]
  })
  const sentence = parts.join(t.between)
  return `${sentence.charAt(0).toLocaleUpperCase(locale)}${sentence.slice(1)}.`
}

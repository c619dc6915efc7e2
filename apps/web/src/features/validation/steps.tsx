import type { PhaseDates, PhaseStory, ProjectId } from '@concerte/api'
import { isAllowed, phaseSchema, type Phase, type Role } from '@concerte/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { changePhase } from '../../api/phase.ts'
import page from '../../app/page.module.css'
import { useMessages } from '../../i18n/catalogue.ts'
import { formatCalendarDay, formatMoment } from '../../i18n/dates.ts'
import { useLocale, type Locale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { LoadFailure } from '../../ui/message.tsx'
import { phaseMessages } from '../plan/phase/messages.ts'
import { validationMessages } from './messages.ts'
import { PhaseDaysDialog } from './phase-days-dialog.tsx'
import styles from './validation.module.css'

/** The phases in their order, each with its days and who brought the plan there; leads move it along. */
export function Steps({
  projectId,
  role,
  story,
  onSaid,
}: {
  projectId: ProjectId
  role: Role
  story: PhaseStory
  /** What became of a change, to be said. */
  onSaid: (words: string) => void
}) {
  const t = useMessages(validationMessages)
  const phases = useMessages(phaseMessages)
  const queries = useQueryClient()
  const [dated, setDated] = useState<Phase | null>(null)
  const move = useMutation({
    mutationFn: (to: Phase) => changePhase(projectId, to),
    async onSuccess(_, to) {
      await queries.invalidateQueries({ queryKey: ['project', projectId] })
      onSaid(t.steps.movedTo(phases.names[to]))
    },
  })
  const canManage = isAllowed('manage', { role, phase: story.phase })
  const at = phaseSchema.options.indexOf(story.phase)
  const datesOf = (phase: Phase) => story.dates.find((dates) => dates.phase === phase)
  return (
    <section className={styles.section} aria-labelledby="steps">
      <h2 id="steps">{t.steps.title}</h2>
      {move.isError && <LoadFailure error={move.error} />}
      <ol className={styles.steps}>
        {phaseSchema.options.map((phase, index) => (
          <li
            key={phase}
            className={styles.step}
            data-state={index < at ? 'past' : index === at ? 'current' : 'to-come'}
            aria-current={phase === story.phase ? 'step' : undefined}
          >
            <div className={styles.stepText}>
              <h3>
                {phases.names[phase]}
                {phase === story.phase && <span className={page.badge}>{t.steps.current}</span>}
              </h3>
              <p>{phases.purposes[phase]}</p>
              <StepDates story={story} phase={phase} dates={datesOf(phase)} />
              {phase === 'final' && story.phase !== 'final' && (
                <p className={styles.note}>{t.steps.bySeal}</p>
              )}
            </div>
            {canManage && phase !== 'final' && (
              <StepActions
                name={phases.names[phase]}
                isDated={datesOf(phase) !== undefined}
                onDate={() => setDated(phase)}
                {...(phase !== story.phase &&
                  story.phase !== 'final' && {
                    step: index < at ? 'back' : index === at + 1 ? 'next' : 'ahead',
                    isPending: move.isPending,
                    isMoving: move.isPending && move.variables === phase,
                    onMove: () => move.mutate(phase),
                  })}
              />
            )}
          </li>
        ))}
      </ol>
      {dated !== null && (
        <PhaseDaysDialog
          projectId={projectId}
          phase={dated}
          dates={datesOf(dated)}
          onClose={() => setDated(null)}
        />
      )}
    </section>
  )
}

/** `step`: absent where the plan cannot be brought to this phase. */
function StepActions({
  name,
  isDated,
  onDate,
  step,
  isPending = false,
  isMoving = false,
  onMove,
}: {
  name: string
  isDated: boolean
  onDate: () => void
  step?: 'back' | 'next' | 'ahead'
  isPending?: boolean
  isMoving?: boolean
  onMove?: () => void
}) {
  const t = useMessages(validationMessages).steps
  const date = isDated ? t.changeDays : t.setDays
  const move = step === 'back' ? t.back : t.move
  return (
    <div className={styles.stepActions}>
      <Button small look="quiet" aria-label={t.of(date, name)} onPress={onDate}>
        {date}
      </Button>
      {step !== undefined && onMove !== undefined && (
        <Button
          small
          look={step === 'next' ? 'primary' : 'secondary'}
          aria-label={t.of(move, name)}
          isPending={isPending}
          onPress={onMove}
        >
          {isMoving ? t.moving : move}
        </Button>
      )}
    </div>
  )
}

/** The days that are meant for it, and who brought the plan there last. */
function StepDates({
  story,
  phase,
  dates,
}: {
  story: PhaseStory
  phase: Phase
  dates: PhaseDates | undefined
}) {
  const t = useMessages(validationMessages)
  const locale = useLocale()
  // Newest first.
  const move = story.moves.find(({ to }) => to === phase)
  const meant = dates === undefined ? null : span(dates, locale, t.steps)
  const moved =
    move === undefined
      ? null
      : move.by === null
        ? t.steps.opened(formatMoment(move.at, locale))
        : t.steps.openedBy(move.by, formatMoment(move.at, locale))
  const words = [meant, moved].filter((part) => part !== null)
  return words.length === 0 ? null : <p className={styles.note}>{words.join(' · ')}</p>
}

type StepWords = (typeof validationMessages)['fr']['steps']

function span({ startsOn, endsOn }: PhaseDates, locale: Locale, t: StepWords): string | null {
  const day = (date: string) => formatCalendarDay(date, locale)
  if (startsOn !== null && endsOn !== null) return t.between(day(startsOn), day(endsOn))
  if (startsOn !== null) return t.from(day(startsOn))
  return endsOn === null ? null : t.until(day(endsOn))
}

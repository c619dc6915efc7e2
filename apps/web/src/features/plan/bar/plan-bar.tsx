import type { Version } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useState, type ComponentProps, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'

import { AccountMenu } from '../../../app/account-menu.tsx'
import { projectQuery } from '../../../api/projects.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { classes } from '../../../ui/classes.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import icon from '../../../ui/icon-button.module.css'
import { asDialog, late } from '../../../ui/late.tsx'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import { authorshipMessages } from '../../authorship/messages.ts'
import { findMessages } from '../../find/messages.ts'
import { ChecksButton } from '../../checks/checks-button.tsx'
import { ExportMenu } from '../../export/export-menu.tsx'
import { PlanBell } from '../../notifications/plan-bell.tsx'
import { reviewMessages } from '../../review/messages.ts'
import { ReviewButton } from '../../review/review-button.tsx'
import { planMessages } from '../messages.ts'
import { PeopleButton } from '../people/people-button.tsx'
import { phaseMessages } from '../phase/messages.ts'
import { usePlan } from '../plan-context.ts'
import { useMay, useRights, useWritesSomewhere } from '../rights/use-rights.ts'
import { coverNode } from '../store/place.ts'
import { usePlainLine } from '../store/use-structure.ts'
import unseen from '../../../ui/unseen.module.css'
import styles from './bar.module.css'

const asOpened = {
  takesKeys:
    ({ onOpenChange }: { onOpenChange: (isOpen: boolean) => void }) =>
    () =>
      onOpenChange(false),
}
const MembersDialog = late(
  async () => (await import('../../members/members-dialog.tsx')).MembersDialog,
  asOpened,
)
const PhaseDialog = late(async () => (await import('../phase/phase-dialog.tsx')).PhaseDialog, asDialog)

/** The bar over the plan: where one is, whether one's words are safe, who else is here, and what goes out. */
export function PlanBar({
  versionId,
  status,
  onOutline,
  onFind,
  isOutlineOpen,
  authors,
  checks,
}: {
  versionId?: Version['id'] | undefined
  status: ReactNode
  onOutline: () => void
  onFind: () => void
  isOutlineOpen: boolean
  /** Whether the words show who wrote them; absent where nobody knows. */
  authors?: { isShown: boolean; onChange: (isShown: boolean) => void }
  /** The panel of the checks; absent where nothing is written any more. */
  checks?: ComponentProps<typeof ChecksButton>
}) {
  const t = useMessages(planMessages)
  const authorship = useMessages(authorshipMessages)
  const find = useMessages(findMessages)
  const reviewing = useMessages(reviewMessages)
  const { commands, overlays, projectId, review } = usePlan()
  const phases = useMessages(phaseMessages)
  const { phase } = useRights()
  const canWrite = useWritesSomewhere()
  const maySet = useMay({ type: 'structure' })
  const role = useQuery(projectQuery(projectId)).data?.role ?? 'reader'
  const title = usePlainLine({ node: coverNode, field: 'title' })
  const academy = usePlainLine({ node: coverNode, field: 'academy' })
  const [, go] = useLocation()
  const [opened, setOpened] = useState<'members' | 'phase' | null>(null)
  const close = () => setOpened(null)
  const openVersions = () => go(`/plans/${projectId}/versions`)
  const openSettings = () => overlays.open({ type: 'settings' })
  const version = versionId === undefined ? {} : { versionId }
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <Link href="/" className={classes(icon.button, styles.home)} aria-label={t.back}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M10 3L5 8l5 5" />
          </svg>
        </Link>
        <button
          type="button"
          className={styles.outlineButton}
          aria-expanded={isOutlineOpen}
          aria-controls="plan-outline"
          onClick={onOutline}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.5 4h11M2.5 8h11M2.5 12h7" />
          </svg>
          <span>{t.outline.open}</span>
        </button>
        <p className={styles.name}>
          <span className={styles.title} lang={title === '' ? undefined : 'fr'}>
            {title === '' ? t.untitled : title}
          </span>
          {academy !== '' && (
            <span className={styles.academy} lang="fr">
              {academy}
            </span>
          )}
        </p>
      </div>
      <div className={styles.middle}>
        {versionId === undefined && (
          <button
            type="button"
            className={styles.phase}
            aria-haspopup="dialog"
            title={phases.title}
            onClick={() => setOpened('phase')}
          >
            <span className={unseen.unseen}>{phases.title} </span>
            {phases.names[phase]}
          </button>
        )}
        {status}
      </div>
      <div className={styles.end}>
        <div className={styles.stays}>
          <PeopleButton />
        </div>
        {canWrite && (
          <div className={styles.history}>
            <IconButton
              label={t.bar.undo}
              path="M6 3L2.5 6.5 6 10M3 6.5h6.5a4 4 0 010 8H7"
              onClick={commands.undo}
            />
            <IconButton
              label={t.bar.redo}
              path="M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 000 8H9"
              onClick={commands.redo}
            />
          </div>
        )}
        <IconButton
          label={find.title}
          path="M7 2.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9zM10.3 10.3L14 14"
          className={styles.find}
          onClick={() => onFind()}
        />
        {versionId === undefined && <ReviewButton />}
        {checks !== undefined && <ChecksButton {...checks} />}
        {authors !== undefined && (
          <IconButton
            label={authorship.title}
            path="M2 4.5h6M2 8h4M2 11.5h5M2 14h12M9.5 11l.5-2 3.5-3.5 1.5 1.5L11.5 10.5z"
            className={styles.authors}
            aria-pressed={authors.isShown}
            onClick={() => authors.onChange(!authors.isShown)}
          />
        )}
        <div className={styles.wide}>
          {maySet && (
            <Button small look="quiet" onPress={openSettings}>
              {t.bar.settings}
            </Button>
          )}
          <Button small look="quiet" onPress={() => setOpened('members')}>
            {t.bar.members}
          </Button>
          <Button small look="quiet" onPress={openVersions}>
            {t.bar.versions}
          </Button>
        </div>
        <div className={classes(styles.narrow, styles.stays)}>
          <Menu
            label={t.bar.more}
            trigger={
              <Button small look="quiet">
                {t.bar.moreWord}
              </Button>
            }
            onAction={(key) => {
              if (key === 'undo') commands.undo()
              else if (key === 'redo') commands.redo()
              else if (key === 'settings') openSettings()
              else if (key === 'find') onFind()
              else if (key === 'checks') checks?.onChange(!checks.isOpen, true)
              else if (key === 'review') review.show(true)
              else if (key === 'authors') authors?.onChange(!authors.isShown)
              else if (key === 'versions') openVersions()
              else if (key === 'members' || key === 'phase') setOpened(key)
            }}
          >
            {canWrite && <MenuItem id="undo" label={t.bar.undo} />}
            {canWrite && <MenuItem id="redo" label={t.bar.redo} />}
            <MenuItem id="find" label={find.title} />
            {maySet && <MenuItem id="settings" label={t.bar.settings} />}
            {versionId === undefined && <MenuItem id="review" label={reviewing.title} />}
            {checks !== undefined && (
              <MenuItem
                id="checks"
                label={t.bar.checks}
                {...(checks.isOpen && { description: t.bar.shown })}
              />
            )}
            {authors !== undefined && (
              <MenuItem
                id="authors"
                label={authorship.title}
                {...(authors.isShown && { description: t.bar.shown })}
              />
            )}
            {versionId === undefined && (
              <MenuItem id="phase" label={phases.title} description={phases.names[phase]} />
            )}
            <MenuItem id="members" label={t.bar.members} />
            <MenuItem id="versions" label={t.bar.versions} />
          </Menu>
        </div>
        <ExportMenu projectId={projectId} {...version} />
        <div className={styles.stays}>
          <PlanBell />
        </div>
        <AccountMenu onShortcuts={() => overlays.open({ type: 'shortcuts' })} />
      </div>
      {opened === 'members' && (
        <MembersDialog projectId={projectId} role={role} isOpen onOpenChange={close} />
      )}
      {opened === 'phase' && (
        <PhaseDialog projectId={projectId} phase={phase} canChange={role === 'lead'} onClose={close} />
      )}
    </header>
  )
}

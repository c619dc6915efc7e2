import type { PlanValidation, ProjectId, SealReadiness } from '@concerte/api'
import { isAllowed, type Phase, type Role } from '@concerte/schema'
import { useState } from 'react'
import { Link } from 'wouter'

import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { checksMessages } from '../checks/messages.ts'
import { validationMessages } from './messages.ts'
import { SealDialog } from './seal-dialog.tsx'
import { StateMark } from './state-mark.tsx'
import styles from './validation.module.css'

/** What is still open around the text, each with the way there; and the seal, for leads. */
export function Readiness({
  projectId,
  role,
  phase,
  validation,
  readiness,
  onSealed,
}: {
  projectId: ProjectId
  role: Role
  phase: Phase
  validation: PlanValidation
  readiness: SealReadiness
  onSealed: () => void
}) {
  const t = useMessages(validationMessages)
  const checks = useMessages(checksMessages)
  const [isSealing, setSealing] = useState(false)
  const words = t.readiness
  const { findings, unplaced, openThreads, undecidedAmendments, axes, lockedAxes } = readiness
  const found = findings.reduce((sum, { count }) => sum + count, 0)
  const asked = validation.approvers.length
  const given = validation.approvers.filter(({ approvedAt }) => approvedAt !== null).length
  const isApproved = asked > 0 && given === asked
  const plan = `/plans/${projectId}`
  const lines = [
    { key: 'unplaced', isFine: unplaced === 0, text: words.unplaced(unplaced), href: plan },
    { key: 'findings', isFine: found === 0, text: words.findings(found), href: plan },
    { key: 'threads', isFine: openThreads === 0, text: words.threads(openThreads), href: plan },
    {
      key: 'amendments',
      isFine: undecidedAmendments === 0,
      text: words.amendments(undecidedAmendments),
      href: `${plan}/amendements`,
    },
    { key: 'locks', isFine: lockedAxes === axes, text: words.locks(lockedAxes, axes), href: plan },
  ] as const
  const maySeal = isAllowed('seal', { role, phase })
  const open = lines.filter(({ isFine, key }) => !isFine && key !== 'locks').map(({ text }) => text)
  return (
    <section className={styles.section} aria-labelledby="readiness">
      <h2 id="readiness">{words.title}</h2>
      <p className={styles.intro}>{words.lead}</p>
      <ul className={styles.people}>
        <li className={styles.person}>
          <StateMark state={isApproved ? 'fine' : 'open'}>{words.approved(given, asked)}</StateMark>
        </li>
        {lines.map(({ key, isFine, text, href }) => (
          <li key={key} className={styles.person}>
            <div className={styles.line}>
              <StateMark state={isFine ? 'fine' : key === 'locks' ? 'waiting' : 'open'}>{text}</StateMark>
              {key === 'findings' && found > 0 && (
                <details>
                  <summary>{checks.title}</summary>
                  <ul>
                    {findings.map(({ check, count }) => (
                      <li key={check}>
                        {checks.names[check]} ({count})
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </div>
            {!isFine && (
              <Link href={href} aria-label={words.seeThe[key]}>
                {words.see}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {maySeal ? (
        <div className={styles.actions}>
          <Button look="primary" isDisabled={!isApproved} onPress={() => setSealing(true)}>
            {words.seal}
          </Button>
          {!isApproved && <span className={styles.note}>{words.waits}</span>}
        </div>
      ) : (
        <p className={styles.note}>{phase === 'validation' ? words.byLead : words.notYet}</p>
      )}
      {isSealing && (
        <SealDialog
          projectId={projectId}
          validation={validation}
          open={open}
          onClose={() => setSealing(false)}
          onSealed={onSealed}
        />
      )}
    </section>
  )
}

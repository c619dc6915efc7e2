import type { Amendment } from '@concerte/api'
import { useEffect } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { SubjectThreads } from '../review/subject-threads.tsx'
import { AmendmentActs } from './amendment-acts.tsx'
import styles from './amendments.module.css'
import { CollisionView } from './decide/collision-view.tsx'
import { DecisionPanel } from './decide/decision-panel.tsx'
import { EarlierWordings } from './earlier-wordings.tsx'
import { FateTrail } from './fate-trail.tsx'
import type { Look } from './look.ts'
import { markPlace, placeToMark, unmarkPlace } from './mark-place.ts'
import { amendmentMessages } from './messages.ts'
import { useNames } from './people.ts'
import { ProposalView } from './proposal-view.tsx'
import type { Deeds } from './use-deeds.ts'
import { useMayDecide } from './use-may-decide.ts'

/** All of one amendment; while it is shown, its place in the page is marked. */
export function AmendmentDetail({
  amendment,
  all,
  look,
  deeds,
}: {
  amendment: Amendment
  all: readonly Amendment[]
  look: Look
  deeds: Deeds
}) {
  const t = useMessages(amendmentMessages)
  const locale = useLocale()
  const tools = usePlan()
  const { namesOf } = useNames()
  const mayDecide = useMayDecide()(amendment.proposal)
  const { id, number, proposal, fate, reason, cosigners, supporters, groups, revision, changedAt } = amendment
  const isOpen = fate.type === 'open'
  const isCollision = isOpen && look.standing === 'collision'

  useEffect(() => {
    markPlace(tools, placeToMark(proposal, fate))
    return unmarkPlace
  }, [tools, proposal, fate])

  const signed = cosigners.filter(({ signedAt }) => signedAt !== null)
  const asked = cosigners.filter(({ signedAt }) => signedAt === null)
  return (
    <div className={styles.detail}>
      {isCollision && (proposal.type === 'text' || proposal.type === 'field') ? (
        <CollisionView proposal={proposal} look={look} />
      ) : (
        <ProposalView proposal={proposal} look={look} fate={fate} />
      )}
      <div className={styles.part}>
        <p className={styles.label}>{t.reason}</p>
        {reason === '' ? (
          <p className={styles.note}>{t.noReason}</p>
        ) : (
          <p className={styles.said} lang="fr">
            {reason}
          </p>
        )}
      </div>
      <ul className={styles.people}>
        {signed.length > 0 && <li>{t.with(namesOf(signed))}</li>}
        {asked.length > 0 && <li>{t.asked(namesOf(asked))}</li>}
        {groups.length > 0 && <li>{t.groups(groups.join(', '))}</li>}
        {supporters.length > 0 && <li>{t.supporters(namesOf(supporters))}</li>}
        {revision > 1 && <li>{t.improved(revision - 1, formatMoment(changedAt, locale))}</li>}
      </ul>
      <EarlierWordings amendment={amendment} />
      <div className={styles.quiet}>
        <Button
          small
          look="quiet"
          aria-label={t.goToThe(number)}
          onPress={() => markPlace(tools, placeToMark(proposal, fate), { goes: true })}
        >
          {t.goTo}
        </Button>
      </div>
      <AmendmentActs amendment={amendment} deeds={deeds} />
      {mayDecide !== 'no' && (
        <DecisionPanel
          amendment={amendment}
          all={all}
          look={look}
          deeds={deeds}
          isLocked={mayDecide === 'locked'}
        />
      )}
      {amendment.fates.length > 0 && <FateTrail amendment={amendment} all={all} />}
      <section className={styles.part} aria-label={t.discussion}>
        <p className={styles.label} aria-hidden="true">
          {t.discussion}
        </p>
        <SubjectThreads subject={{ type: 'amendment', amendmentId: id }} />
      </section>
    </div>
  )
}

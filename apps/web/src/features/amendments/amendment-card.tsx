import type { Amendment } from '@concerte/api'
import { useId } from 'react'

import { useMessages } from '../../i18n/catalogue.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useLocale } from '../../i18n/locale.ts'
import { AmendmentDetail } from './amendment-detail.tsx'
import styles from './amendments.module.css'
import { FateMark, StandingMark } from './marks.tsx'
import { amendmentMessages } from './messages.ts'
import { useNames } from './people.ts'
import { useAmendmentWords } from './use-amendment-words.ts'
import { useLook } from './use-look.ts'
import type { Deeds } from './use-deeds.ts'

/** One amendment of the list, behind its number, its place and what became of it. */
export function AmendmentCard({
  amendment,
  all,
  deeds,
  isOpen,
  onOpenChange,
}: {
  amendment: Amendment
  all: readonly Amendment[]
  deeds: Deeds
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}) {
  const t = useMessages(amendmentMessages)
  const locale = useLocale()
  const id = useId()
  const { nameOf } = useNames()
  const { kindOf, placeOf } = useAmendmentWords()
  const { number, author, createdAt, supporters, proposal, fate } = amendment
  const look = useLook(amendment)
  return (
    <li className={styles.card} data-amendment={amendment.id} data-open={isOpen || undefined}>
      <h4 className={styles.cardHead}>
        <button
          type="button"
          className={styles.cardButton}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onOpenChange(!isOpen)}
        >
          <span className={styles.cardTitle}>
            <span className={styles.cardNumber}>{t.mark(number)}</span> {kindOf(proposal)}
          </span>{' '}
          <span className={styles.place}>{placeOf(proposal)}</span>{' '}
          <span className={styles.facts}>
            <span>{t.by(nameOf(author), formatMoment(createdAt, locale))}</span>{' '}
            {supporters.length > 0 && <span>{t.supportCount(supporters.length)}</span>}
          </span>{' '}
          <span className={styles.marks}>
            <FateMark fate={fate} all={all} />{' '}
            {fate.type === 'open' && (isOpen || look.standing !== 'clean') && <StandingMark look={look} />}
          </span>
        </button>
      </h4>
      <div id={id} hidden={!isOpen}>
        {isOpen && <AmendmentDetail amendment={amendment} all={all} look={look} deeds={deeds} />}
      </div>
    </li>
  )
}

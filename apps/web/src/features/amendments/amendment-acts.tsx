import type { Amendment } from '@concerte/api'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { sessionQuery } from '../../api/session.ts'
import { useMessages } from '../../i18n/catalogue.ts'
import { Button } from '../../ui/button.tsx'
import { usePermission } from '../plan/rights/use-permission.ts'
import styles from './amendments.module.css'
import { amendmentMessages } from './messages.ts'
import { TextArea } from './text-area.tsx'
import type { Deeds } from './use-deeds.ts'

/** What those who take part do while it is discussed: support, sign, improve, withdraw. */
export function AmendmentActs({ amendment, deeds }: { amendment: Amendment; deeds: Deeds }) {
  const t = useMessages(amendmentMessages)
  const me = useQuery(sessionQuery).data?.user?.id
  const mayPropose = usePermission('propose')
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [reason, setReason] = useState('')
  if (!mayPropose || me === undefined || amendment.fate.type !== 'open') return null
  const isAuthor = amendment.author.userId === me
  const signature = amendment.cosigners.find(({ userId }) => userId === me)
  const supports = amendment.supporters.some(({ userId }) => userId === me)
  if (isWithdrawing) {
    return (
      <section className={styles.form} aria-label={t.act.withdrawTitle}>
        <TextArea label={t.act.withdrawReason} value={reason} ref={focusOnce} onChange={setReason} />
        <div className={styles.buttons}>
          <Button small look="danger" onPress={() => void deeds.withdraw(amendment, reason.trim())}>
            {t.act.withdrawConfirm}
          </Button>
          <Button small look="quiet" onPress={() => setWithdrawing(false)}>
            {t.act.cancel}
          </Button>
        </div>
      </section>
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div className={styles.buttons} role="group" aria-label={t.act.label(amendment.number)}>
      {!isAuthor && (
        <Button small aria-pressed={supports} onPress={() => void deeds.support(amendment, !supports)}>
          {supports ? t.act.unsupport : t.act.support}
        </Button>
      )}
      {signature !== undefined && (
        <Button small onPress={() => void deeds.sign(amendment, signature.signedAt === null)}>
          {signature.signedAt === null ? t.act.sign : t.act.unsign}
        </Button>
      )}
      {isAuthor && (
        <>
          <Button small onPress={() => deeds.improve(amendment)}>
            {t.act.improve}
          </Button>
          <Button small look="quiet" onPress={() => setWithdrawing(true)}>
            {t.act.withdraw}
          </Button>
        </>
      )}
    </div>
  )
}

/** What one just asked for takes the focus. */
function focusOnce(area: HTMLTextAreaElement | null): void {
  area?.focus()
}

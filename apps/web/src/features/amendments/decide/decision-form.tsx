import type { Amendment, AmendmentId, Decision } from '@concerte/api'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'

import { isApiError } from '../../../api/api-error.ts'
import { useErrorText } from '../../../api/error-text.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Message } from '../../../ui/message.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from '../amendments.module.css'
import type { Look } from '../look.ts'
import { amendmentMessages } from '../messages.ts'
import { TextArea } from '../text-area.tsx'
import { useAmendmentWords } from '../use-amendment-words.ts'
import type { Deeds } from '../use-deeds.ts'
import { DiffWords } from '../../compare/diff-text.tsx'
import { isCarrier, type Choice } from './choices.ts'
import { Instead, type InsteadOf } from './instead.tsx'

/** One decision: what goes with it, why, and the button that makes it. What was written stays when the server refuses. */
export function DecisionForm({
  amendment,
  all,
  choice,
  look,
  deeds,
  onClose,
}: {
  amendment: Amendment
  all: readonly Amendment[]
  choice: Choice
  look: Look
  deeds: Deeds
  onClose: () => void
}) {
  const t = useMessages(amendmentMessages)
  const id = useId()
  const errorText = useErrorText()
  const { kindOf, placeOf } = useAmendmentWords()
  const [reason, setReason] = useState('')
  const [to, setTo] = useState('')
  const [into, setInto] = useState<AmendmentId | ''>('')
  const [instead, setInstead] = useState<InsteadOf | null>(null)
  const [isTold, setTold] = useState(false)
  const [isPending, setPending] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const why = useRef<HTMLTextAreaElement>(null)
  const writes = choice === 'accept-with-changes' || choice === 'synthesis' || choice === 'elsewhere'
  useEffect(() => {
    // Where something is written or chosen first, that takes the focus itself.
    if (!writes) why.current?.focus()
  }, [writes])

  const { proposal, revision } = amendment
  const missing = choice === 'elsewhere' ? t.decide.placeMissing : t.compose.faults.wrong
  const faults = {
    reason: choice !== 'accept' && reason.trim() === '' ? t.decide.reasonMissing : undefined,
    to: choice === 'refer' && to.trim() === '' ? t.decide.toMissing : undefined,
    into: choice === 'merge' && into === '' ? t.decide.intoMissing : undefined,
    instead: writes && instead === null ? missing : undefined,
  }
  const told: Partial<typeof faults> = isTold ? faults : {}

  function decision(): Decision {
    const shared = { revision, reason: reason.trim() }
    switch (choice) {
      case 'accept': {
        const seen = seenIn(look)
        return { type: 'accept', ...shared, ...(seen !== null && { instead: seen }) }
      }
      case 'accept-with-changes':
      case 'elsewhere':
      case 'synthesis':
        return { type: 'accept', ...shared, ...(instead !== null && { instead }) }
      case 'refuse':
        return { type: 'refuse', ...shared }
      case 'refer':
        return { type: 'refer', ...shared, to: to.trim() }
      case 'merge': {
        const carrier = all.find((other) => other.id === into)
        return { type: 'merge', ...shared, into: carrier?.id ?? amendment.id }
      }
      case 'obsolete':
        return { type: 'obsolete', ...shared }
    }
  }

  async function send(): Promise<void> {
    setPending(true)
    setFailure(null)
    try {
      await deeds.decide(amendment, decision())
      onClose()
    } catch (error) {
      setFailure(error)
      setPending(false)
    }
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog around it is in a form of nobody: what bubbles out of it concerns no one.
    event.stopPropagation()
    setTold(true)
    if (Object.values(faults).every((fault) => fault === undefined) && !isPending) void send()
    else if (faults.reason !== undefined) why.current?.focus()
  }
  const carriers = all.filter((other) => other.id !== amendment.id && isCarrier(other))
  return (
    <form className={styles.form} noValidate aria-label={t.decide.confirm[choice]} onSubmit={submit}>
      {writes && <Instead proposal={proposal} look={look} choice={choice} onChange={setInstead} />}
      {choice === 'accept' && proposal.type === 'withdraw' && look.standing === 'collision' && (
        <>
          <p className={styles.note}>{t.decide.withdrawSeen}</p>
          <p className={styles.words} lang="fr">
            <DiffWords before={look.withdrawn?.now ?? ''} after="" />
          </p>
        </>
      )}
      {choice === 'refer' && (
        <TextField
          id={`${id}to`}
          name="to"
          label={t.decide.to}
          description={t.decide.toNote}
          value={to}
          maxLength={200}
          fault={told.to}
          onChange={setTo}
        />
      )}
      {choice === 'merge' && (
        <div className={styles.choice}>
          <label htmlFor={`${id}into`}>{t.decide.into}</label>
          <p className={styles.note}>{t.decide.intoNote}</p>
          <select
            id={`${id}into`}
            value={into}
            aria-invalid={told.into === undefined ? undefined : true}
            onChange={({ target }) => {
              setInto(carriers.find((other) => other.id === target.value)?.id ?? '')
            }}
          >
            <option value="">{t.decide.choose}</option>
            {carriers.map((other) => (
              <option key={other.id} value={other.id}>
                {`${t.mark(other.number)} – ${kindOf(other.proposal)}, ${placeOf(other.proposal)}`}
              </option>
            ))}
          </select>
          <p className={styles.fault} aria-live="polite">
            {told.into}
          </p>
        </div>
      )}
      <TextArea
        ref={why}
        label={t.decide.reason}
        note={choice === 'accept' ? t.decide.optional : t.decide.required}
        value={reason}
        fault={told.reason}
        onChange={setReason}
      />
      {told.instead !== undefined && (
        <p className={styles.fault} role="alert">
          {told.instead}
        </p>
      )}
      {failure !== null && (
        <Message tone="danger" live="alert">
          <p>{isApiError(failure, 'amendment-collision') ? t.decide.again : errorText(failure)}</p>
        </Message>
      )}
      <div className={styles.buttons}>
        <Button small type="submit" look="primary" isPending={isPending}>
          {isPending ? t.decide.deciding : t.decide.confirm[choice]}
        </Button>
        <Button small look="quiet" onPress={onClose}>
          {t.act.cancel}
        </Button>
      </div>
    </form>
  )
}

/** What one saw of something that is to be withdrawn or moved: as it stands now, which may be other than it was. */
function seenIn({ collision, withdrawn, moved }: Look): InsteadOf | null {
  if (withdrawn !== undefined) return { type: 'withdraw', seen: withdrawn.now }
  return moved !== undefined && collision === 'move' ? { type: 'move', seen: moved.now } : null
}

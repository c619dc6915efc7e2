import type { Amendment } from '@concerte/api'
import type { Proposal } from '@concerte/schema'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'

import { amendmentsQuery, improve, propose } from '../../../api/amendments.ts'
import { useErrorText } from '../../../api/error-text.ts'
import { useMessages } from '../../../i18n/catalogue.ts'
import { Button } from '../../../ui/button.tsx'
import { Message } from '../../../ui/message.tsx'
import { DiffWords } from '../../compare/diff-text.tsx'
import { usePlan } from '../../plan/plan-context.ts'
import styles from '../amendments.module.css'
import { draftKey, type AmendmentDraft, type DraftShelf } from '../draft-shelf.ts'
import { markPlace, placeToMark, unmarkPlace } from '../mark-place.ts'
import { amendmentMessages } from '../messages.ts'
import { proposalFault } from '../start-proposal.ts'
import { takeFocus } from '../take-focus.ts'
import { TextArea } from '../text-area.tsx'
import { useAmendmentWords } from '../use-amendment-words.ts'
import { AddPart } from './add-part.tsx'
import { Cosigners } from './cosigners.tsx'
import { FieldPart } from './field-part.tsx'
import { MovePart } from './move-part.tsx'
import { TextPart } from './text-part.tsx'

/** An amendment that is being written. Each letter is kept on the device until the server has it [E1]. */
export function Composer({
  start,
  number,
  shelf,
  onSent,
  onClose,
}: {
  start: AmendmentDraft
  /** Of the amendment that is improved. */
  number: number | null
  shelf: DraftShelf
  onSent: (amendment: Amendment) => void
  /** `isDropped`: what was written is given up; else it waits on the device. */
  onClose: (isDropped: boolean) => void
}) {
  const t = useMessages(amendmentMessages)
  const errorText = useErrorText()
  const tools = usePlan()
  const { projectId } = tools
  const queries = useQueryClient()
  const { placeOf } = useAmendmentWords()
  const titleId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [draft, setDraft] = useState(start)
  const [kept, setKept] = useState<'new' | 'kept' | 'refused'>('new')
  const [isWrong, setWrong] = useState(false)
  const [fault, setFault] = useState<keyof typeof t.compose.faults | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setPending] = useState(false)
  const { proposal } = draft

  useEffect(() => {
    const title = heading.current
    title?.scrollIntoView({ block: 'nearest' })
    // A text or a value takes the focus itself.
    const focuses = title !== null && !focusesItself(start.proposal)
    return focuses ? takeFocus(title, () => title.focus()) : undefined
  }, [start])
  useEffect(() => {
    markPlace(tools, placeToMark(start.proposal))
    return unmarkPlace
  }, [tools, start])

  const change = (part: Partial<AmendmentDraft>) => {
    const next = { ...draft, ...part, savedAt: new Date().toISOString() }
    setDraft(next)
    setFault(null)
    setFailure(null)
    // What was kept for the list that it was first meant for goes.
    if (draftKey(next) !== draftKey(draft)) shelf.drop(draft)
    setKept(shelf.keep(next) ? 'kept' : 'refused')
  }

  async function send(): Promise<void> {
    const found = isWrong ? 'wrong' : proposalFault(proposal)
    setFault(found)
    if (found !== null) return
    setPending(true)
    setFailure(null)
    try {
      const { reason, cosigners, improves } = draft
      const sent =
        improves === null
          ? await propose(projectId, { proposal, reason, cosigners })
          : await improve(projectId, improves.id, {
              proposal,
              reason,
              cosigners,
              revision: improves.revision,
            })
      shelf.drop(draft)
      await queries.invalidateQueries({ queryKey: amendmentsQuery(projectId).queryKey })
      onSent(sent)
    } catch (error) {
      setFailure(error)
      setPending(false)
    }
  }

  return (
    <section className={styles.composer} aria-labelledby={titleId}>
      <div>
        <h3 ref={heading} id={titleId} tabIndex={-1}>
          {number === null ? t.compose.titles[proposal.type] : t.compose.improve(number)}
        </h3>
        <p className={styles.place}>{placeOf(proposal)}</p>
      </div>
      <ProposalPart
        proposal={proposal}
        isFixed={draft.improves !== null}
        onChange={(next, nextWrong = false) => {
          setWrong(nextWrong)
          change({ proposal: next })
        }}
      />
      <TextArea
        label={t.compose.reason}
        note={t.compose.reasonNote}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <Cosigners chosen={draft.cosigners} onChange={(cosigners) => change({ cosigners })} />
      {failure !== null && (
        <Message tone="danger" live="alert">
          <p>{errorText(failure)}</p>
        </Message>
      )}
      <p className={styles.fault} role="alert">
        {fault === null ? '' : t.compose.faults[fault]}
      </p>
      <div className={styles.buttons}>
        <Button look="primary" small isPending={isPending} onPress={() => void send()}>
          {isPending ? t.compose.sending : number === null ? t.compose.send : t.compose.sendChange}
        </Button>
      </div>
      <p className={styles.note} aria-live="polite">
        {kept === 'kept' ? t.compose.kept : kept === 'refused' ? t.compose.notKept : ''}
      </p>
      <div className={styles.quiet}>
        <Button look="quiet" small onPress={() => onClose(false)}>
          {t.compose.later}
        </Button>
        <Button
          look="quiet"
          small
          onPress={() => {
            shelf.drop(draft)
            onClose(true)
          }}
        >
          {t.compose.drop}
        </Button>
      </div>
    </section>
  )
}

function ProposalPart({
  proposal,
  isFixed,
  onChange,
}: {
  proposal: Proposal
  /** It improves one that was sent: of the same place. */
  isFixed: boolean
  onChange: (proposal: Proposal, isWrong?: boolean) => void
}) {
  const t = useMessages(amendmentMessages)
  switch (proposal.type) {
    case 'text':
      return <TextPart proposal={proposal} onChange={onChange} />
    case 'field':
      return <FieldPart proposal={proposal} isFixed={isFixed} onChange={onChange} />
    case 'add':
      return <AddPart proposal={proposal} onChange={onChange} />
    case 'withdraw':
      return (
        <div className={styles.part}>
          <p className={styles.label}>{t.compose.withdrawn}</p>
          <p className={styles.words} lang="fr">
            <DiffWords before={proposal.seen} after="" />
          </p>
        </div>
      )
    case 'move':
      return <MovePart proposal={proposal} onChange={onChange} />
  }
}

function focusesItself({ type }: Proposal): boolean {
  return type === 'text' || type === 'field' || type === 'add'
}

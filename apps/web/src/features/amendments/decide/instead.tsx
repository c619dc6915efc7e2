import type { Decision } from '@concerte/api'
import type { BlockText, FieldValue, Proposal, TextProfile } from '@concerte/schema'
import { useDeferredValue, useEffect, useEffectEvent, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { DiffText } from '../../compare/diff-text.tsx'
import styles from '../amendments.module.css'
import { AddPart } from '../compose/add-part.tsx'
import { FieldInput } from '../compose/field-input.tsx'
import { SmallEditor } from '../compose/small-editor.tsx'
import type { Look } from '../look.ts'
import { amendmentMessages } from '../messages.ts'
import type { Choice } from './choices.ts'
import { InsteadPlace } from './instead-place.tsx'

/** What is accepted in place of what was proposed, and what its writer saw stand there [A2]. */
export type InsteadOf = NonNullable<Extract<Decision, { type: 'accept' }>['instead']>

/**
 * What the decider writes. It begins with the words that an acceptance would give now, and counts as an answer to the words of
 * then: what comes while one writes is not silently overwritten.
 */
export function Instead({
  proposal,
  look,
  choice,
  onChange,
}: {
  proposal: Proposal
  look: Look
  choice: Choice
  /** Null: a value that cannot be read. */
  onChange: (instead: InsteadOf | null) => void
}) {
  const t = useMessages(amendmentMessages)
  if (choice === 'elsewhere') {
    if (proposal.type !== 'add' && proposal.type !== 'move') return null
    return <InsteadPlace proposal={proposal} look={look} onChange={onChange} />
  }
  const label = choice === 'synthesis' ? t.decide.synthesis : t.decide.edited
  if (proposal.type === 'text' && look.text !== undefined) {
    return <InsteadText label={label} begun={look.text} onChange={onChange} />
  }
  if (proposal.type === 'field' && look.value !== undefined) {
    return (
      <InsteadValue
        field={proposal.field}
        begun={{ seen: look.value.now, value: proposal.value }}
        onChange={onChange}
      />
    )
  }
  if (proposal.type === 'add') return <InsteadAddition proposal={proposal} onChange={onChange} />
  return null
}

function InsteadAddition({
  proposal,
  onChange,
}: {
  proposal: Extract<Proposal, { type: 'add' }>
  onChange: (instead: InsteadOf | null) => void
}) {
  const [addition, setAddition] = useState(proposal)
  const tell = useEffectEvent(onChange)
  useEffect(() => tell({ type: 'add', at: addition.at, draft: addition.draft }), [addition])
  return (
    <AddPart
      proposal={addition}
      onChange={(next, isWrong = false) => {
        setAddition(next)
        if (isWrong) onChange(null)
      }}
    />
  )
}

function InsteadText({
  label,
  begun,
  onChange,
}: {
  label: string
  begun: { profile: TextProfile; now: BlockText; merged: BlockText }
  onChange: (instead: InsteadOf) => void
}) {
  const t = useMessages(amendmentMessages)
  const [{ profile, now: seen, merged }] = useState(begun)
  const [text, setText] = useState(merged)
  const shown = useDeferredValue(text)
  const tell = useEffectEvent(onChange)
  useEffect(() => tell({ type: 'text', seen, text }), [seen, text])
  return (
    <>
      <div className={styles.part}>
        <p className={styles.label} aria-hidden="true">
          {label}
        </p>
        <SmallEditor initial={merged} profile={profile} label={label} takesFocus onChange={setText} />
      </div>
      <section className={styles.part} aria-label={t.decide.editedDiff}>
        <p className={styles.label} aria-hidden="true">
          {t.decide.editedDiff}
        </p>
        <div className={styles.words} lang="fr">
          <DiffText before={seen} after={shown} />
        </div>
      </section>
    </>
  )
}

function InsteadValue({
  field,
  begun,
  onChange,
}: {
  field: string
  begun: { seen: FieldValue; value: FieldValue }
  onChange: (instead: InsteadOf | null) => void
}) {
  const [{ seen, value }] = useState(begun)
  const tell = useEffectEvent(onChange)
  useEffect(() => tell({ type: 'field', seen, value }), [seen, value])
  return (
    <FieldInput
      field={field}
      value={value}
      takesFocus
      onChange={(next) => onChange(next === undefined ? null : { type: 'field', seen, value: next })}
    />
  )
}

import { nodeType, readFieldValue, type FieldValue, type NodeId, type Proposal } from '@concerte/schema'
import { useId } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { DiffWords } from '../../compare/diff-text.tsx'
import { usePlan } from '../../plan/plan-context.ts'
import styles from '../amendments.module.css'
import { fieldsOf } from '../fields-of.ts'
import { amendmentMessages } from '../messages.ts'
import { useFieldWords } from '../use-field-words.ts'
import { FieldInput } from './field-input.tsx'

type FieldProposal = Extract<Proposal, { type: 'field' }>

/** Another value of a structured field, which one may still choose among those of its node: empty ones are not on the page. */
export function FieldPart({
  proposal,
  isFixed,
  onChange,
}: {
  proposal: FieldProposal
  /** It is an improvement: of this field. */
  isFixed: boolean
  /** `isWrong`: what is typed cannot be read. */
  onChange: (proposal: FieldProposal, isWrong: boolean) => void
}) {
  const t = useMessages(amendmentMessages)
  const id = useId()
  const { store } = usePlan()
  const { fieldName, valueWords } = useFieldWords()
  const { node, field, base, value } = proposal
  const words = (shown: FieldValue) => valueWords(field, shown)
  return (
    <>
      {!isFixed && (
        <div className={styles.choice}>
          <label htmlFor={id}>{t.compose.field}</label>
          <select
            id={id}
            value={field}
            onChange={({ target }) => onChange(startAt(node, target.value), false)}
          >
            {fieldsOf(nodeType(store.plan, node)).map((name) => (
              <option key={name} value={name}>
                {fieldName(name)}
              </option>
            ))}
          </select>
        </div>
      )}
      <FieldInput
        key={field}
        field={field}
        value={value}
        takesFocus
        onChange={(next) =>
          next === undefined ? onChange(proposal, true) : onChange({ ...proposal, value: next }, false)
        }
      />
      {words(base) !== words(value) && (
        <p className={styles.words} lang="fr">
          <DiffWords before={words(base)} after={words(value)} />
        </p>
      )}
    </>
  )

  function startAt(at: NodeId, name: string): FieldProposal {
    const now = readFieldValue(store.plan, at, name)
    return { type: 'field', node: at, field: name, base: now, value: now }
  }
}

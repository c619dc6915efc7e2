import { findRubric, type BlockText, type Proposal } from '@concerte/schema'

import { DiffText } from '../compare/diff-text.tsx'
import { usePlan } from '../plan/plan-context.ts'
import styles from './amendments.module.css'
import { actionFields, indicatorFields } from './fields-of.ts'
import { useFieldWords } from './use-field-words.ts'

type Draft = Extract<Proposal, { type: 'add' }>['draft']

const nothing: BlockText = [{ type: 'paragraph', content: [] }]

/** What is new: its words, its fields, and what stands in it. */
export function AdditionView({ draft }: { draft: Draft }) {
  const { template } = usePlan().store.structure()
  return (
    <div className={styles.words} lang="fr" data-diff>
      <DiffText before={nothing} after={draft.type === 'entry' ? draft.text : draft.title} />
      <Fields draft={draft} />
      {draft.type === 'action' &&
        draft.rubrics?.map(({ rubric, entries }) => (
          <div key={rubric}>
            <p className={styles.label}>{findRubric(template, rubric)?.heading}</p>
            <ul>
              {entries.map((entry, index) => (
                // They have no names yet, and their order is what they are told apart by.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>
                  <DiffText before={nothing} after={entry.text} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      {draft.type === 'axis' && draft.actions !== undefined && draft.actions.length > 0 && (
        <ul>
          {draft.actions.map((action, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <DiffText before={nothing} after={action.title} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Fields({ draft }: { draft: Draft }) {
  const { fieldName, valueWords } = useFieldWords()
  const values =
    draft.type === 'entry'
      ? indicatorFields.map((field) => [field, valueWords(field, draft[field] ?? null)] as const)
      : draft.type === 'action'
        ? actionFields.map((field) => [field, valueWords(field, draft[field] ?? null)] as const)
        : []
  const filled = values.filter(([, words]) => words !== '')
  if (filled.length === 0) return null
  return (
    <dl className={styles.spots}>
      {filled.map(([field, words]) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

import {
  blocksToPlain,
  examine,
  findRubric,
  plainToBlocks,
  plainToLine,
  rubricsOf,
  type DatedValue,
  type Proposal,
  type RubricId,
} from '@concerte/schema'
import { useId, useState } from 'react'

import { useMessages } from '../../../i18n/catalogue.ts'
import { isOneOfSeveral } from '../../plan/nodes/is-one-of-several.ts'
import { usePlan } from '../../plan/plan-context.ts'
import { addOptions, startAddition, type AddOption } from '../add-options.ts'
import styles from '../amendments.module.css'
import { amendmentMessages } from '../messages.ts'
import { placedBy } from '../placed-by.ts'
import { TextArea } from '../text-area.tsx'
import { FieldInput } from './field-input.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { PlaceSelect } from './place-select.tsx'
import { SmallEditor } from './small-editor.tsx'

type Addition = Extract<Proposal, { type: 'add' }>
type Draft = Addition['draft']

/** Something new: what it is, where it is to stand, and its words. */
export function AddPart({
  proposal,
  onChange,
}: {
  proposal: Addition
  /** `isWrong`: a value of it cannot be read. */
  onChange: (proposal: Addition, isWrong?: boolean) => void
}) {
  const t = useMessages(amendmentMessages)
  const id = useId()
  const { store } = usePlan()
  const structure = store.structure()
  const { at, draft } = proposal
  const [isLost] = useState(() => examine(store.plan, proposal).type === 'collision')
  const placed = placedBy(structure, proposal)
  const options = isLost ? [] : addOptions(structure, at.parent)
  const current = options.find(({ type, rubric }) => type === draft.type && rubric === at.rubric)
  const kind = findRubric(structure.template, at.rubric)?.entryType
  const set = (next: Draft) => onChange({ ...proposal, draft: next })

  const labelOf = ({ type, rubric }: AddOption): string => {
    if (type !== 'entry') return t.additions[type]
    const found = findRubric(structure.template, rubric)
    const name = t.additions[found?.entryType ?? 'statement']
    const isAmongOthers = found !== undefined && isOneOfSeveral(structure.template, found.id)
    return isAmongOthers && found.heading !== '' ? `${name} (${found.heading})` : name
  }
  return (
    <>
      {options.length > 1 && (
        <div className={styles.choice}>
          <label htmlFor={id}>{t.compose.what}</label>
          <select
            id={id}
            value={current?.key}
            onChange={({ target }) => {
              const option = options.find(({ key }) => key === target.value)
              if (option !== undefined) onChange(withWordsOf(startAddition(structure, option, ''), draft))
            }}
          >
            {options.map((option) => (
              <option key={option.key} value={option.key}>
                {labelOf(option)}
              </option>
            ))}
          </select>
        </div>
      )}
      {isLost && placed !== null ? (
        <PlaceChoice
          label={t.compose.otherPlace}
          placed={placed}
          chosen={at}
          onChange={(spot) => onChange({ ...proposal, at: spot })}
        />
      ) : (
        <PlaceSelect
          siblings={structure.list(at.parent, at.rubric)}
          after={at.after}
          onChange={(after) => onChange({ ...proposal, at: { ...at, after } })}
        />
      )}
      <AddedWords key={`${draft.type} ${isLost ? '' : (at.rubric ?? '')}`} draft={draft} onChange={set} />
      {draft.type === 'entry' && kind === 'indicator' && (
        <FieldInput
          field="target"
          value={draft.target ?? null}
          onChange={(value) => {
            if (value === undefined) return onChange(proposal, true)
            const { target: _, ...rest } = draft
            onChange({ ...proposal, draft: isDated(value) ? { ...rest, target: value } : rest }, false)
          }}
        />
      )}
      {draft.type === 'action' && <ActionRubrics draft={draft} onChange={set} />}
      {draft.type === 'axis' && <AxisActions draft={draft} onChange={set} />}
    </>
  )
}

function AddedWords({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const t = useMessages(amendmentMessages)
  const [initial] = useState(draft.type === 'entry' ? draft.text : draft.title)
  const label = draft.type === 'entry' ? t.compose.entryText : t.compose.titleText
  return (
    <div className={styles.part}>
      <p className={styles.label} aria-hidden="true">
        {label}
      </p>
      <SmallEditor
        initial={initial}
        profile={draft.type === 'entry' ? 'block' : 'line'}
        label={label}
        takesFocus
        onChange={(text) => onChange(draft.type === 'entry' ? { ...draft, text } : { ...draft, title: text })}
      />
    </div>
  )
}

/** What stands in a new action: a line an entry, under the rubrics of the template. */
function ActionRubrics({
  draft,
  onChange,
}: {
  draft: Extract<Draft, { type: 'action' }>
  onChange: (draft: Draft) => void
}) {
  const t = useMessages(amendmentMessages)
  const { store } = usePlan()
  const { template } = store.structure()
  return rubricsOf(template, 'action').flatMap((found) => {
    const rubric = found.id
    if (found.retired === true) return []
    const entries = draft.rubrics?.find((item) => item.rubric === rubric)?.entries ?? []
    const name = found.heading === '' ? t.additions[found.entryType] : found.heading
    return [
      <Lines
        key={rubric}
        label={t.compose.linesOf(name)}
        lines={entries.map(({ text }) => blocksToPlain(text))}
        onChange={(lines) => onChange({ ...draft, rubrics: withLines(draft.rubrics ?? [], rubric, lines) })}
      />,
    ]
  })
}

function AxisActions({
  draft,
  onChange,
}: {
  draft: Extract<Draft, { type: 'axis' }>
  onChange: (draft: Draft) => void
}) {
  const t = useMessages(amendmentMessages)
  return (
    <Lines
      label={t.compose.actionsOf}
      lines={(draft.actions ?? []).map(({ title }) => blocksToPlain(title))}
      onChange={(lines) =>
        onChange({
          ...draft,
          actions: lines.map((line) => ({
            type: 'action' as const,
            title: [{ type: 'paragraph' as const, content: plainToLine(line) }],
          })),
        })
      }
    />
  )
}

function Lines({
  label,
  lines,
  onChange,
}: {
  label: string
  lines: string[]
  onChange: (lines: string[]) => void
}) {
  // The lines as they are typed: an empty one at the end is where one types on.
  const [typed, setTyped] = useState(lines.join('\n'))
  return (
    <TextArea
      label={label}
      value={typed}
      lang="fr"
      onChange={(next) => {
        setTyped(next)
        onChange(
          next
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        )
      }}
    />
  )
}

type ActionRubricDrafts = NonNullable<Extract<Draft, { type: 'action' }>['rubrics']>

function withLines(rubrics: ActionRubricDrafts, rubric: RubricId, lines: string[]): ActionRubricDrafts {
  const others = rubrics.filter((item) => item.rubric !== rubric)
  if (lines.length === 0) return others
  const entries = lines.slice(0, 200).map((line) => ({ type: 'entry' as const, text: plainToBlocks(line) }))
  return [...others, { rubric, entries }]
}

/** Another kind of thing, with the words that were typed already. */
function withWordsOf(next: Addition, before: Draft): Addition {
  const words = before.type === 'entry' ? before.text : before.title
  if (next.draft.type === 'entry') return { ...next, draft: { ...next.draft, text: words } }
  return { ...next, draft: { ...next.draft, title: plainToTitle(blocksToPlain(words)) } }
}

function plainToTitle(words: string) {
  return [{ type: 'paragraph' as const, content: plainToLine(words.replaceAll('\n', ' ')) }]
}

function isDated(value: unknown): value is DatedValue {
  return typeof value === 'object' && value !== null && 'value' in value
}

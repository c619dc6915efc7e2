import type { Fate } from '@concerte/api'
import {
  blocksToPlain,
  fieldValueSchema,
  findRubric,
  isInPlan,
  type Draft,
  type Proposal,
  type Spot,
} from '@concerte/schema'

import { useMessages } from '../../i18n/catalogue.ts'
import { planMessages } from '../plan/messages.ts'
import { excerptOf } from '../plan/overlays/excerpt.ts'
import { placeWords } from '../plan/people/place-words.ts'
import { usePlan } from '../plan/plan-context.ts'
import { isOneOfSeveral } from '../plan/nodes/is-one-of-several.ts'
import { fieldsOf } from './fields-of.ts'
import { amendmentMessages } from './messages.ts'
import { useFieldWords } from './use-field-words.ts'

/** Proposals, places and fates as people read them. */
export function useAmendmentWords() {
  const t = useMessages(amendmentMessages)
  const plan = useMessages(planMessages)
  const { fieldName, valueWords } = useFieldWords()
  const { store } = usePlan()

  /** «Mesure 2, action 3, axe 1»; of what is no longer in the plan: its first words, and that it is not. */
  function nodeWords(node: string): string {
    if (node === 'axes') return plan.move.toAxes
    const found = store.structure().outline.nodes.get(node)
    if (found === undefined || isInPlan(store.plan, node)) return placeWords(store, plan, node) || t.gonePlace
    const excerpt = excerptOf(store.plan, found)
    return excerpt === '' ? t.gonePlace : t.goneNode(excerpt)
  }

  /** «Titre, action 3, axe 1», «Cible, indicateur 2…», «Mesure 2…». */
  function placeOf(proposal: Proposal): string {
    if (proposal.type === 'add') return nodeWords(proposal.at.parent)
    const node = nodeWords(proposal.node)
    const isWhole = proposal.type !== 'text' && proposal.type !== 'field'
    // The words of an entry are the entry; everything else has a name of its own.
    if (isWhole || proposal.field === 'text') return node
    return t.within(fieldName(proposal.field), node.charAt(0).toLocaleLowerCase('fr') + node.slice(1))
  }

  function kindOf(proposal: Proposal): string {
    if (proposal.type !== 'add') return t.kinds[proposal.type]
    if (proposal.draft.type !== 'entry') return t.additions[proposal.draft.type]
    const { template } = store.structure()
    return t.additions[findRubric(template, proposal.at.rubric)?.entryType ?? 'statement']
  }

  /** The list under a heading, where its parent has several: «sous «Mesures»». */
  function listOf({ rubric }: Pick<Spot, 'rubric'>): string {
    const { template } = store.structure()
    const found = findRubric(template, rubric)
    if (found === undefined || found.heading === '' || !isOneOfSeveral(template, found.id)) return ''
    return t.under(found.heading)
  }

  /** Where something is to stand: its parent, its list, and after what. */
  function spotWords(spot: Spot): string {
    const after = spot.after === null ? undefined : store.structure().outline.nodes.get(spot.after)
    const excerpt = after === undefined ? '' : excerptOf(store.plan, after)
    const position = spot.after === null ? t.first : excerpt === '' ? '' : t.after(excerpt)
    return [nodeWords(spot.parent), listOf(spot), position].filter((part) => part !== '').join(', ')
  }

  /** What is proposed, in words alone: to be held against what was proposed before. */
  function proposalWords(proposal: Proposal): string {
    switch (proposal.type) {
      case 'text':
        return blocksToPlain(proposal.text)
      case 'field':
        return valueWords(proposal.field, proposal.value) || t.noValue
      case 'add':
        return [...draftLines(proposal.draft), spotWords(proposal.at)].join('\n')
      case 'withdraw':
        return proposal.seen
      case 'move':
        return spotWords(proposal.to)
    }
  }

  /** A line each: its words, its values, what stands in it. */
  function draftLines(draft: Draft): string[] {
    const values: Readonly<Record<string, unknown>> = draft
    const fields = fieldsOf(draft.type).flatMap((field) => {
      const value = fieldValueSchema.safeParse(values[field]).data ?? null
      const words = valueWords(field, value)
      return words === '' ? [] : [`${t.view.value(fieldName(field))} ${words}`]
    })
    if (draft.type === 'entry') return [blocksToPlain(draft.text), ...fields]
    const within =
      draft.type === 'axis' ? (draft.actions ?? []) : (draft.rubrics ?? []).flatMap(({ entries }) => entries)
    return [blocksToPlain(draft.title), ...fields, ...within.flatMap(draftLines)]
  }

  function fateWords(fate: Fate, numberOf: (id: string) => number | undefined = () => undefined): string {
    switch (fate.type) {
      case 'accepted':
        return fate.withChanges ? t.fates.acceptedWithChanges : t.fates.accepted
      case 'merged':
        return t.fates.merged(numberOf(fate.into))
      case 'referred':
        return t.fates.referred(fate.to)
      case 'open':
      case 'refused':
      case 'obsolete':
      case 'withdrawn':
        return t.fates[fate.type]
    }
  }

  return { nodeWords, placeOf, kindOf, listOf, spotWords, proposalWords, fateWords }
}

import type { Amendment, Fate } from '@concerte/api'
import type { AmendmentRow } from '@concerte/formats'
import {
  amendmentNode,
  blocksToPlain,
  entryTypeOf,
  placeNames,
  shortened,
  type BlockText,
  type FieldValue,
  type PlaceName,
  type PlanDoc,
  type Proposal,
} from '@concerte/schema'

import { amendmentWords, fateWords, type AmendmentWords } from '../language/amendment-words.ts'
import type { Language } from '../language/language.ts'
import { changedWords } from './changed-words.ts'

/** Characters of the words of a proposal in the annex of a plan; the table for spreadsheets has them whole. */
const annexLength = 400

/** The annex «Suite donnée aux amendements»: a row each, by number. `plan`: for the names of places; what is gone has none. */
export function amendmentRows(
  plan: PlanDoc,
  amendments: readonly Amendment[],
  language: Language,
): AmendmentRow[] {
  const teller = createTeller(plan, amendments, language)
  return amendments.map((amendment) => ({
    number: String(amendment.number),
    place: teller.place(amendment.proposal),
    author: teller.person(amendment.author.name),
    proposal: shortened(teller.proposal(amendment.proposal), annexLength),
    fate: teller.fate(amendment.fate),
    reason: reasonOf(amendment.fate),
  }))
}

/** Everything that is known of amendments as a table, its headings first. Times are ISO 8601 in UTC. */
export function amendmentTable(
  plan: PlanDoc,
  amendments: readonly Amendment[],
  language: Language,
): string[][] {
  const teller = createTeller(plan, amendments, language)
  const rows = amendments.map((amendment) => {
    const { proposal, fate, fates } = amendment
    const { axis, action } = teller.chapter(proposal)
    const last = fates.at(-1)
    return [
      String(amendment.number),
      teller.person(amendment.author.name),
      amendment.cosigners
        .filter(({ signedAt }) => signedAt !== null)
        .map(({ name }) => teller.person(name))
        .join(', '),
      amendment.groups.join(', '),
      amendment.createdAt,
      amendment.changedAt,
      axis,
      action,
      teller.place(proposal),
      teller.proposal(proposal),
      amendment.reason,
      amendment.supporters.map(({ name }) => teller.person(name)).join(', '),
      teller.fate(fate),
      reasonOf(fate),
      last === undefined ? '' : teller.person(last.by.name),
      last?.at ?? '',
    ]
  })
  return [Object.values(amendmentWords[language].columns), ...rows]
}

function createTeller(plan: PlanDoc, amendments: readonly Amendment[], language: Language) {
  const words = amendmentWords[language]
  const pathOf = placeNames(plan)
  const numbers = new Map<string, number>(amendments.map(({ id, number }) => [id, number]))
  const pathTo = (node: string): string => pathWords(pathOf(node), words)

  return {
    person: (name: string | null): string => name ?? words.unknownPerson,
    fate: (fate: Fate): string => fateWords(language, fate, (id) => String(numbers.get(id) ?? '')),
    chapter(proposal: Proposal): { axis: string; action: string } {
      const path = pathOf(amendmentNode(proposal))
      const named = (type: 'axis' | 'action') =>
        path.filter((step) => step.type === type).map((step) => stepWords(step, words))[0] ?? ''
      return { axis: named('axis'), action: named('action') }
    },
    place(proposal: Proposal): string {
      const node = amendmentNode(proposal)
      if (node === 'axes') return words.axes
      const field =
        proposal.type === 'text' || proposal.type === 'field' ? words.fields[proposal.field] : undefined
      return [pathTo(node), field].filter((part) => part !== undefined && part !== '').join(' › ')
    },
    proposal(proposal: Proposal): string {
      switch (proposal.type) {
        case 'text':
          return textChange(proposal.base, proposal.text, words)
        case 'field': {
          const [before, after] = [proposal.base, proposal.value].map((value) =>
            valueWords(value, words.empty),
          )
          return words.setField(words.fields[proposal.field] ?? proposal.field, {
            before: before ?? '',
            after: after ?? '',
          })
        }
        case 'add': {
          const { draft, at } = proposal
          if (draft.type !== 'entry') return words.add[draft.type](inOneLine(blocksToPlain(draft.title)))
          return words.add[entryTypeOf(plan, at.rubric)](inOneLine(blocksToPlain(draft.text)))
        }
        case 'withdraw':
          return words.withdraw(inOneLine(proposal.seen))
        case 'move':
          return words.move(proposal.to.parent === 'axes' ? words.axes : pathTo(proposal.to.parent))
      }
    },
  }
}

function textChange(base: BlockText, text: BlockText, words: AmendmentWords): string {
  const { before, after } = changedWords(inOneLine(blocksToPlain(base)), inOneLine(blocksToPlain(text)))
  if (before === '' && after === '') return words.restyle
  if (before === '') return words.insert(after)
  return after === '' ? words.remove(before) : words.replace({ before, after })
}

function valueWords(value: FieldValue, empty: string): string {
  if (value === null) return empty
  if (typeof value === 'string') return value
  return value.date === undefined ? value.value : `${value.value} (${value.date})`
}

function pathWords(path: readonly PlaceName[], words: AmendmentWords): string {
  return path.map((step) => stepWords(step, words)).join(' › ')
}

function stepWords(step: PlaceName, words: AmendmentWords): string {
  switch (step.type) {
    case 'cover':
      return words.cover
    case 'section':
    case 'group':
      return step.title
    case 'axis':
    case 'action':
      return step.number === null ? step.title : `${step.label}\u00a0${step.number}`
    case 'measure':
    case 'indicator':
    case 'statement':
      return words.entries[step.type](String(step.position ?? '')).trim()
  }
}

function reasonOf(fate: Fate): string {
  return fate.reason ?? ''
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trim()
}

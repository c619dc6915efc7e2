import {
  addNode,
  applyProposal,
  addedNodeId,
  nodeIdSchema,
  nodeText,
  plainToBlocks,
  readOutline,
  setField,
  spotOf,
  trashNode,
  writeBlocks,
  type Proposal,
} from '@concerte/schema'
import { createSmallPlan } from '@concerte/testkit'
import { expect, it } from 'vitest'

import { createPlanStore } from '../plan/store/plan-store.ts'
import { addOptions, startAddition } from './add-options.ts'
import { choicesFor } from './decide/choices.ts'
import { lookAt } from './look.ts'
import { proposalFault, startProposal } from './start-proposal.ts'
import { amendmentIdSchema } from '@concerte/api'

const id = amendmentIdSchema.parse('a1')

function setupPlan() {
  const { plan, project } = createSmallPlan()
  const axis = project.axes[0]!.id
  const action = readOutline(plan).children(axis)[0]!.id
  const rubrics = project.template.action.filter((slot) => slot.type === 'rubric')
  const measures = rubrics.find(({ entryType }) => entryType === 'measure')!.id
  const indicators = rubrics.find(({ entryType }) => entryType === 'indicator')!.id
  const measure = addNode(plan, { type: 'entry', parent: action, rubric: measures })
  const indicator = addNode(plan, { type: 'entry', parent: action, rubric: indicators })
  const write = (words: string) => writeBlocks(nodeText(plan, measure, 'text')!, plainToBlocks(words))
  write('Former deux référents par établissement.')
  const store = createPlanStore(plan)
  const standing = (proposal: Proposal) => lookAt(store, { id, proposal, revision: 1 }).standing
  const lookOf = (proposal: Proposal) => lookAt(store, { id, proposal, revision: 1 })
  return { plan, store, axis, action, measure, measures, indicator, write, standing, lookOf }
}

it('a proposal begins as the plan is, and cannot be sent before it changes something', () => {
  const { store, measure, indicator, action } = setupPlan()
  const asks = [
    { what: 'text', node: measure, field: 'text' },
    { what: 'field', node: indicator, field: 'targetDate' },
    { what: 'add', node: action },
    { what: 'move', node: measure },
    { what: 'withdraw', node: measure },
  ] as const
  const started = asks.map((ask) => startProposal(store, ask))
  expect(started.map((proposal) => proposal?.type)).toEqual(['text', 'field', 'add', 'move', 'withdraw'])
  expect(started.map((proposal) => (proposal === null ? null : proposalFault(proposal)))).toEqual([
    'same',
    'same',
    'empty',
    'same',
    null,
  ])
  // The date of a target is asked for by its own field, and is one value with it.
  expect(started[1]).toMatchObject({ field: 'target', base: null })
})

it('of what is not in the plan nothing can be proposed', () => {
  const { store } = setupPlan()
  const gone = nodeIdSchema.parse('gone')
  expect(startProposal(store, { what: 'text', node: gone, field: 'text' })).toBeNull()
  expect(startProposal(store, { what: 'withdraw', node: gone })).toBeNull()
  expect(startProposal(store, { what: 'move', node: gone })).toBeNull()
  expect(startProposal(store, { what: 'add', node: gone })).toBeNull()
})

it('what is added from an entry comes right after it, among the entries of its kind first', () => {
  const { store, plan, action, measure, measures, axis } = setupPlan()
  const last = addNode(plan, { type: 'entry', parent: action, rubric: measures })
  const structure = store.structure()
  const options = addOptions(structure, measure)
  expect(options[0]).toMatchObject({ parent: action, rubric: measures })
  expect(startAddition(structure, options[0]!, measure).at.after).toBe(measure)
  expect(startAddition(structure, options[0]!, action).at.after).toBe(last)
  expect(addOptions(structure, axis).map(({ type }) => type)).toContain('action')
  expect(addOptions(structure, 'axes').map(({ type }) => type)).toEqual(['axis'])
})

it('[A4] an amendment is held against the plan of now: other words, the same words, done, gone', () => {
  const { plan, store, measure, write, standing, lookOf } = setupPlan()
  const proposal = startProposal(store, { what: 'text', node: measure, field: 'text' })!
  if (proposal.type !== 'text') throw new Error('no text')
  const amended: Proposal = {
    ...proposal,
    text: plainToBlocks('Former trois référents par établissement.'),
  }
  expect(standing(amended)).toBe('clean')
  write('Former deux référents par école.')
  expect(standing(amended)).toBe('moved-on')
  expect(lookAt(store, { id, proposal: amended, revision: 1 }).text?.merged).toEqual(
    plainToBlocks('Former trois référents par école.'),
  )
  write('Former quatre référents par école.')
  expect(standing(amended)).toBe('collision')
  expect(choicesFor(amended, lookOf(amended), false)).toEqual(['synthesis', 'refuse', 'refer', 'obsolete'])
  write('Former trois référents par établissement.')
  expect(standing(amended)).toBe('done')
  const withdrawal = startProposal(store, { what: 'withdraw', node: measure })!
  applyProposal(plan, withdrawal, {
    added: addedNodeId(id, 1),
    trashed: { by: null, at: null },
  })
  expect(standing(amended)).toBe('gone')
  expect(choicesFor(amended, lookOf(amended), true)).toEqual(['refuse', 'refer', 'merge', 'obsolete'])
})

it('what is to be added or moved where there is no place any more is accepted at another place only', () => {
  const { plan, axis, measure, measures, lookOf } = setupPlan()
  const gone = addNode(plan, { type: 'action', parent: axis })
  const to = { parent: gone, rubric: measures, after: null }
  const addition: Proposal = { type: 'add', at: to, draft: { type: 'entry', text: plainToBlocks('Former.') } }
  const move: Proposal = { type: 'move', node: measure, base: spotOf(plan, measure)!, to }
  expect(choicesFor(addition, lookOf(addition), false)).not.toContain('elsewhere')
  trashNode(plan, gone, { by: null, at: null })
  for (const proposal of [addition, move]) {
    const look = lookOf(proposal)
    expect(look).toMatchObject({ standing: 'collision', collision: 'place' })
    expect(choicesFor(proposal, look, false)).toEqual(['elsewhere', 'refuse', 'refer', 'obsolete'])
  }
})

it('a value that somebody else changed since is a collision, the same value is done', () => {
  const { plan, store, indicator, standing } = setupPlan()
  const begun = startProposal(store, { what: 'field', node: indicator, field: 'target' })!
  if (begun.type !== 'field') throw new Error('no field')
  const proposal: Proposal = { ...begun, value: { value: '85 %' } }
  expect(standing(proposal)).toBe('clean')
  setField(plan, indicator, 'entry', 'target', { value: '90 %' })
  expect(standing(proposal)).toBe('collision')
  setField(plan, indicator, 'entry', 'target', { value: '85 %' })
  expect(standing(proposal)).toBe('done')
})
